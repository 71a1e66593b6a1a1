-- Records of decisions as files: where they are kept, and what was found there when they were read last.
-- The table is described in src/areas/decisions/tables.ts.

create table decisions_source (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  kind text not null check (kind in ('folder', 'archive', 'git')),
  -- What it is known by from one reading to the next.
  name text not null check (length(name) between 1 and 300),
  -- Of a repository: as Septet knows it, and the folder in it.
  component text check (length(component) between 1 and 500),
  folder text check (length(folder) <= 1000),
  -- The files remain the source: what is written here is offered for them.
  two_way boolean not null default true,
  read_at timestamptz,
  read_by text references people_person (id) on delete set null,
  -- Of all files that were read, to tell whether they are still the same.
  print text,
  -- Of a repository's folder: Git's own hash of it, so that nothing is read where it is the same.
  tree text,
  left_out jsonb not null default '[]',
  problems jsonb not null default '[]',
  -- What the files say of each other, by the decisions' ids, so that what they say no longer is known.
  links jsonb not null default '[]',
  -- When a repository was last looked at, and what was wrong with it.
  looked_at timestamptz,
  trouble text check (length(trouble) <= 2000),
  unique (unit, name),
  check ((kind = 'git') = (component is not null)),
  check ((kind = 'git') = (folder is not null))
);

alter table decisions_decision
  add foreign key (source) references decisions_source (id),
  -- Both sides changed the same lines: the file as it is there, until somebody says which holds.
  add column file_there bytea,
  -- Its file is not there any more.
  add column gone boolean not null default false,
  add check (source is not null or (file_there is null and not gone));

grant select, insert on decisions_source to septet_app;
grant update (two_way, read_at, read_by, print, tree, left_out, problems, links, looked_at, trouble) on decisions_source to septet_app;
grant update (file_there, gone) on decisions_decision to septet_app;
grant select, update (looked_at, trouble) on decisions_source to septet_jobs;

alter table decisions_source enable row level security;
alter table decisions_source force row level security;
create policy decisions_source_read on decisions_source for select to septet_app using (unit in (select org_mine()));
create policy decisions_source_add on decisions_source for insert to septet_app with check (unit in (select org_mine()));
create policy decisions_source_change on decisions_source for update to septet_app
  using (unit in (select org_mine())) with check (unit in (select org_mine()));
create policy decisions_source_by_jobs on decisions_source to septet_jobs using (true) with check (true);
