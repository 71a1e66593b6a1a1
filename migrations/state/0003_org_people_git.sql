-- Who works here, what the organisation looks like, and which repositories are read.
-- Tables are described in src/core/{people,org,connectors/git}/tables.ts; a test keeps both equal.

create extension if not exists btree_gist;

create table people_person (
  id text primary key,
  name text not null,
  administrator boolean not null default false,
  created_at timestamptz not null default now()
);

create table people_identity (
  hash bytea primary key,
  pseudonym text not null unique
);

create table people_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table people_session (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  user_id text not null references people_user (id) on delete cascade
);
create index people_session_user on people_session (user_id);

create table people_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references people_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index people_account_user on people_account (user_id);

create table people_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index people_verification_identifier on people_verification (identifier);

create table org_unit (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('organisation', 'group', 'team')),
  parent uuid references org_unit (id),
  time_zone text,
  created_at timestamptz not null default now(),
  check ((kind = 'organisation') = (parent is null)),
  check (kind <> 'organisation' or time_zone is not null)
);
create unique index org_unit_one_organisation on org_unit (kind) where kind = 'organisation';
create index org_unit_parent on org_unit (parent);

create table org_component (
  name text primary key check (length(name) between 1 and 400),
  example boolean not null default false,
  created_at timestamptz not null default now()
);

create table org_ownership (
  id uuid primary key default gen_random_uuid(),
  component text not null references org_component (name) on delete cascade,
  unit uuid not null references org_unit (id),
  "from" date,
  until date,
  check ("from" is null or until is null or "from" < until),
  -- A component belongs to one unit at a time.
  exclude using gist (component with =, daterange("from", until) with &&)
);
create index org_ownership_unit on org_ownership (unit);

create table git_repository (
  component text primary key,
  path text not null,
  origin text,
  rule text not null,
  example boolean not null default false,
  before jsonb,
  unfinished integer
);

create table git_import (
  id uuid primary key default gen_random_uuid(),
  path text not null,
  component text,
  unit text,
  moved_from text,
  rule text,
  example boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer,
  found jsonb,
  problem text,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index git_import_started on git_import (started_at);

-- Sign-in has its own tables and sees nothing else; nothing else sees them.
grant select, insert, update, delete on people_user, people_session, people_account, people_verification to septet_auth;
-- The very first person is made by the installation itself, in the same role that makes the account.
grant select, insert on people_person to septet_auth;

grant select on people_person to septet_app, septet_jobs;
grant select, insert on people_identity to septet_jobs;
grant select on org_unit, org_component, org_ownership to septet_app, septet_jobs;
grant insert, update, delete on org_unit, org_component, org_ownership to septet_app;
grant insert, update, delete on org_component, org_ownership to septet_jobs;
grant insert on org_unit to septet_jobs;
grant select, insert, update on git_repository, git_import to septet_jobs;
grant select on git_repository, git_import to septet_app;
grant insert on git_import to septet_app;

-- True for a person whom the installation knows; a role that sets no person is nobody.
create function people_known() returns boolean language sql stable as
  $$ select exists (select 1 from people_person where id = current_setting('septet.person', true)) $$;
create function people_administers() returns boolean language sql stable as
  $$ select exists (select 1 from people_person where id = current_setting('septet.person', true) and administrator) $$;

do $$
declare t text;
begin
  foreach t in array array['people_person', 'people_identity', 'people_user', 'people_session', 'people_account',
    'people_verification', 'org_unit', 'org_component', 'org_ownership', 'git_repository', 'git_import'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy people_user_by_sign_in on people_user to septet_auth using (true) with check (true);
create policy people_session_by_sign_in on people_session to septet_auth using (true) with check (true);
create policy people_account_by_sign_in on people_account to septet_auth using (true) with check (true);
create policy people_verification_by_sign_in on people_verification to septet_auth using (true) with check (true);

create policy people_person_by_sign_in on people_person to septet_auth using (true) with check (true);
create policy people_person_by_jobs on people_person for select to septet_jobs using (true);
-- People of one installation know each other's names. (Named by a setting, not by people_known(): a policy must not ask itself.)
create policy people_person_by_people on people_person for select to septet_app
  using (coalesce(current_setting('septet.person', true), '') <> '');
create policy people_identity_by_jobs on people_identity to septet_jobs using (true) with check (true);

create policy org_unit_read on org_unit for select to septet_app using (people_known());
create policy org_unit_write on org_unit to septet_app using (people_administers()) with check (people_administers());
create policy org_unit_by_jobs on org_unit to septet_jobs using (true) with check (true);
create policy org_component_read on org_component for select to septet_app using (people_known());
create policy org_component_write on org_component to septet_app using (people_administers()) with check (people_administers());
create policy org_component_by_jobs on org_component to septet_jobs using (true) with check (true);
create policy org_ownership_read on org_ownership for select to septet_app using (people_known());
create policy org_ownership_write on org_ownership to septet_app using (people_administers()) with check (people_administers());
create policy org_ownership_by_jobs on org_ownership to septet_jobs using (true) with check (true);

-- A path on this machine is for those who run the installation.
create policy git_repository_read on git_repository for select to septet_app using (people_administers());
create policy git_repository_by_jobs on git_repository to septet_jobs using (true) with check (true);
create policy git_import_by_administrators on git_import to septet_app using (people_administers()) with check (people_administers());
create policy git_import_by_jobs on git_import to septet_jobs using (true) with check (true);
