-- Signing in: secrets at rest, invitations, API tokens, and what the sign-in of the organisation claims.
-- Tables are described in src/core/people/tables.ts; a test keeps both equal.

-- The account that the installation belongs to, whatever address its owner takes later.
alter table people_user add column owner boolean not null default false;
update people_user set owner = true where email = 'owner@septet.invalid';
create unique index people_user_one_owner on people_user (owner) where owner;
create unique index people_user_email_folded on people_user (lower(email));
create unique index people_account_provider on people_account (provider_id, account_id);

-- Keys for data, sealed under the key file, which is never in here.
create table people_secret (
  name text primary key,
  sealed text not null
);

create table people_invitation (
  id uuid primary key default gen_random_uuid(),
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  name text not null check (length(name) between 1 and 120),
  hash bytea not null unique,
  invited_by text references people_person (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz
);
create unique index people_invitation_open on people_invitation (email) where accepted_at is null;

create table people_token (
  id text primary key,
  person text not null references people_person (id) on delete cascade,
  name text not null check (length(name) between 1 and 120),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['ingest', 'read', 'admin']),
  hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz
);
create index people_token_person on people_token (person);

create table people_claimed_group (
  person text not null references people_person (id) on delete cascade,
  name text not null,
  seen_at timestamptz not null default now(),
  primary key (person, name)
);

do $$
declare t text;
begin
  foreach t in array array['people_secret', 'people_invitation', 'people_token', 'people_claimed_group'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

grant select, insert, update, delete on people_secret, people_invitation, people_claimed_group to septet_auth;
grant select, update on people_token to septet_auth;
grant select, insert, update, delete on people_invitation to septet_app;
grant select, insert, delete on people_token to septet_app;
grant select on people_claimed_group to septet_app;

create policy people_secret_by_sign_in on people_secret to septet_auth using (true) with check (true);
create policy people_invitation_by_sign_in on people_invitation to septet_auth using (true) with check (true);
create policy people_token_by_sign_in on people_token to septet_auth using (true) with check (true);
create policy people_claimed_group_by_sign_in on people_claimed_group to septet_auth using (true) with check (true);

create policy people_invitation_by_administrators on people_invitation to septet_app
  using (people_administers()) with check (people_administers());
-- A token acts as its person, so not even those who run the installation see or make another's.
create policy people_token_by_its_person on people_token to septet_app
  using (person = septet_person()) with check (person = septet_person() and people_known());
create policy people_claimed_group_read on people_claimed_group for select to septet_app
  using (person = septet_person() or people_administers());
