-- Parts of a repository that are components of their own. Described in src/core/connectors/git/tables.ts.

create table git_part (
  component text primary key check (length(component) between 1 and 400),
  repository text not null references git_repository (component),
  globs text[] not null check (cardinality(globs) > 0),
  deployments text
);
create index git_part_repository on git_part (repository);

grant select, insert, update, delete on git_part to septet_app;
grant select on git_part to septet_jobs;

alter table git_part enable row level security;
alter table git_part force row level security;

-- Which paths there are is for those who run the installation, as repositories are.
create policy git_part_by_administrators on git_part to septet_app
  using ((select people_administers())) with check ((select people_administers()));
create policy git_part_by_jobs on git_part for select to septet_jobs using (true);

-- Who asked for an import: what it gives to a team is given by them. Of nobody's asking are those that look again by themselves.
alter table git_import add column asked_by text references people_person (id) on delete set null;
alter policy git_import_by_administrators on git_import
  using ((select people_administers())) with check ((select people_administers()) and asked_by = septet_person());
