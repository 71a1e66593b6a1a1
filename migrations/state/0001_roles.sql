-- The three roles, closed to each other, in which the product works. None may log in; each transaction takes the one it needs.
--   septet_app   what people do, under row-level policies, with the person's id in septet_person()
--   septet_auth  sign-in
--   septet_jobs  scheduled and background work
--
-- On a server, migrations run through DATABASE_OWNER_URL: a role that owns the database and may create roles. The product
-- logs in through DATABASE_URL as a role of its own. An administrator prepares both like this:
--   create role septet_owner login createrole password '…';
--   create role septet       login            password '…';
--   create database septet owner septet_owner;
-- At each start the owner then makes sure of
--   grant septet_app, septet_auth, septet_jobs to septet with inherit false, set true;

do $$
declare
  role_name text;
begin
  foreach role_name in array array['septet_app', 'septet_auth', 'septet_jobs'] loop
    begin
      -- Roles belong to the whole server, so another database of it may have them already, or be making them right now.
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin', role_name);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end loop;
end
$$;

-- Nobody makes tables but the owner. Temporary ones would be seen by everyone in the embedded mode's one session.
revoke create on schema public from public;
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;

grant usage on schema public to septet_app, septet_auth, septet_jobs;

-- Who asks, or null; what row-level policies compare with.
create function septet_person() returns text
  language sql stable parallel safe
  return nullif(current_setting('septet.person', true), '');
