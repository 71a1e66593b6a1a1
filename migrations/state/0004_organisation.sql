-- The organisation with dates, who belongs where, what a team shares and with whom, and the log of it.
-- Tables are described in src/core/{people,org,sharing,audit}/tables.ts; a test keeps both equal.
--
-- How the walls stand: the functions below are asked by policies. They run as the owner of the tables, who for that may read
-- (and only read) what they need; whoever asks them learns about themselves alone. Policies put them into subselects, so that
-- each is asked once a statement and not once a row.

-- Somebody may be known before having an account, from a catalogue or a list. `source` names what it was read from ("catalog
-- <file>", "people <file>"), so that what is gone from there can be archived; null is by hand.
alter table people_person
  add column ref text unique,
  add column source text,
  add column archived_at timestamptz;

-- How somebody can be reached is for them and for those who run the installation; names are for all.
create table people_contact (
  person text primary key references people_person (id) on delete cascade,
  email text not null check (length(email) between 3 and 320)
);
create unique index people_contact_email on people_contact (lower(email));

-- Everybody who was erased is the same nobody.
alter table people_identity drop constraint people_identity_pseudonym_key;

alter table org_unit
  add column ref text unique,
  add column source text,
  add column archived_at timestamptz;

alter table org_component
  add column title text,
  add column kind text,
  add column part_of text references org_component (name) on delete set null,
  add column ref text unique,
  add column source text,
  add column archived_at timestamptz;

-- Nobody said who owns it, so the organisation is assumed to: the first claim replaces that, back to the beginning.
alter table org_ownership add column assumed boolean not null default false;

-- Who belongs to a unit or leads it, and when. `from` null is since ever; `until` is the first day that it no longer holds.
create table org_membership (
  id uuid primary key default gen_random_uuid(),
  person text not null references people_person (id) on delete cascade,
  unit uuid not null references org_unit (id),
  role text not null check (role in ('member', 'lead')),
  "from" date,
  until date,
  source text,
  check ("from" is null or until is null or "from" < until),
  exclude using gist (person with =, unit with =, role with =, daterange("from", until) with &&)
);
create index org_membership_person on org_membership (person);
create index org_membership_unit on org_membership (unit);

-- What a unit shares with whom above it, until it takes it back. A row that ended stays: it says what was seen when.
create table sharing_share (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  kind text not null check (kind in ('measure')),
  thing text not null check (length(thing) between 1 and 200),
  audience uuid not null references org_unit (id),
  shared_by text,
  shared_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  check (unit <> audience)
);
create unique index sharing_share_open on sharing_share (unit, kind, thing) where ended_at is null;
create index sharing_share_audience on sharing_share (audience) where ended_at is null;

-- A remark beside a unit's chart, on a day: a person's own, seen by whom they say.
create table notes_note (
  id uuid primary key default gen_random_uuid(),
  author text references people_person (id) on delete set null,
  unit uuid not null references org_unit (id),
  measure text not null check (length(measure) between 1 and 200),
  day date not null,
  text text not null check (length(text) between 1 and 2000),
  visibility text not null default 'private' check (visibility in ('private', 'pair', 'team', 'group', 'organisation')),
  partner text references people_person (id) on delete set null,
  audience uuid references org_unit (id),
  created_at timestamptz not null default now(),
  check (partner is null or visibility = 'pair'),
  check ((audience is not null) = (visibility in ('group', 'organisation')))
);
create index notes_note_unit on notes_note (unit, measure, day);
create index notes_note_author on notes_note (author);

-- Who did what that others have a right to know of. People stand in it by their ids alone, so that erasing a person leaves no name.
create table audit_entry (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor text,
  action text not null check (length(action) between 1 and 100),
  about_person text,
  about_unit uuid,
  detail jsonb not null default '{}'
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_person on audit_entry (about_person);
create index audit_entry_unit on audit_entry (about_unit);

create function audit_refuse() returns trigger language plpgsql as
  $$ begin raise exception 'The audit log is append only.' using errcode = 'insufficient_privilege'; end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function audit_refuse();

-- ── Who asks ────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- True for a person whom the installation knows; a role that sets no person is nobody, and whoever was archived is a stranger.
create or replace function people_known() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select 1 from people_person where id = septet_person() and archived_at is null) $$;
create or replace function people_administers() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select 1 from people_person where id = septet_person() and archived_at is null and administrator) $$;

-- Since when others than the first person may come in. Until then there is nobody whose things could be looked at, and the
-- one who tries Septet out sees all of it; once set it stays.
create table people_installation (
  one boolean primary key default true check (one),
  others_since timestamptz
);
insert into people_installation default values;

create function people_let_in_others() returns trigger language plpgsql security definer set search_path = public as
$$ begin
  update people_installation set others_since = now()
    where others_since is null and (select count(*) from people_user) > 1;
  return null;
end $$;
create trigger people_user_others after insert on people_user for each statement execute function people_let_in_others();

create function people_alone() returns boolean language sql stable security definer set search_path = public as
  $$ select people_administers() and exists (select 1 from people_installation where others_since is null) $$;

-- The day it is, where the organisation is.
create function org_today() returns date language sql stable security definer set search_path = public as
  $$ select (now() at time zone coalesce((select time_zone from org_unit where kind = 'organisation'), 'UTC'))::date $$;

-- The units that the asking person belongs to or leads today; all of them for one who is alone here.
create function org_mine() returns setof uuid language sql stable security definer set search_path = public as $$
  select m.unit from org_membership m
    join people_person p on p.id = m.person and p.archived_at is null
    where m.person = septet_person() and daterange(m."from", m.until) @> org_today()
  union
  select id from org_unit where people_alone()
$$;

-- Those, and all above them: everything that the asking person is a part of.
create function org_around() returns setof uuid language sql stable security definer set search_path = public as $$
  with recursive around (id, parent) as (
    select u.id, u.parent from org_unit u where u.id in (select org_mine())
    union
    select u.id, u.parent from org_unit u join around a on u.id = a.parent
  )
  select id from around
$$;

-- The units that the asking person leads, and all below them.
create function org_led() returns setof uuid language sql stable security definer set search_path = public as $$
  with recursive led (id) as (
    select m.unit from org_membership m
      join people_person p on p.id = m.person and p.archived_at is null
      where m.person = septet_person() and m.role = 'lead' and daterange(m."from", m.until) @> org_today()
    union
    select u.id from org_unit u join led on u.parent = led.id
  )
  select id from led
$$;

-- A unit and all above it.
create function org_above(unit uuid) returns setof uuid language sql stable security definer set search_path = public as $$
  with recursive above (id, parent) as (
    select u.id, u.parent from org_unit u where u.id = org_above.unit
    union
    select u.id, u.parent from org_unit u join above a on u.id = a.parent
  )
  select id from above
$$;

-- Whether the asking person may make themselves a member of a unit: not where that would open what is others' own. What it opens
-- is the unit and what stands above it, but the organisation, which is everyone's; others are whoever belongs or ever belonged there
-- or below. Who emptied a team, or made one in a group, is not let in by that.
create function org_may_join(unit uuid) returns boolean language sql stable security definer set search_path = public as $$
  with recursive opened (id) as (
    select u.id from org_unit u
      where u.id in (select org_above(org_may_join.unit)) and u.id not in (select org_around())
        and (u.kind <> 'organisation' or u.id = org_may_join.unit)
    union
    select u.id from org_unit u join opened o on u.parent = o.id
  )
  select not exists (
    select 1 from org_membership m where m.unit in (select id from opened) and m.person <> septet_person()
  )
$$;

-- Which of these units count for the asking person, in which of these measures, and because of what: its own (audience and
-- measure are null: all of them), or shared with a unit that the person is a part of and that still stands above.
create function sharing_counted(measures text[], units uuid[]) returns table (unit uuid, measure text, audience uuid)
  language sql stable security definer set search_path = public as $$
  with recursive mine (id) as (select org_around()),
  shared as (
    select s.unit, s.thing, s.audience from sharing_share s
    where s.ended_at is null and s.kind = 'measure' and s.thing = any (measures) and s.unit = any (units)
      and s.audience in (select id from mine)
  ),
  up (unit, above) as (
    select distinct s.unit, u.parent from shared s join org_unit u on u.id = s.unit
    union all
    select up.unit, u.parent from up join org_unit u on u.id = up.above where u.parent is not null
  )
  select id, null::text, null::uuid from mine where id = any (units)
  union all
  select s.unit, s.thing, s.audience from shared s join up on up.unit = s.unit and up.above = s.audience
$$;

-- When which component was owned by which unit that counts: the only thing that a scope of the events store is made from.
create function sharing_window(measures text[], units uuid[])
  returns table (component text, unit uuid, "from" date, until date, example boolean)
  language sql stable security definer set search_path = public as $$
  select o.component, o.unit, o."from", o.until, c.example
  from org_ownership o join org_component c on c.name = o.component
  where o.unit in (select unit from sharing_counted(measures, units)) and c.archived_at is null
$$;

-- ── What policies cannot compare: what was with what shall be ───────────────────────────────────────────────────────────

create function people_guard() returns trigger language plpgsql as
$$ begin
  if current_user = 'septet_app' and not people_administers()
    and (new.administrator, new.ref, new.source, new.archived_at, new.id)
      is distinct from (old.administrator, old.ref, old.source, old.archived_at, old.id) then
    raise exception 'Only those who run the installation change this of a person.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger people_person_guard before update on people_person for each row execute function people_guard();

create function org_guard_unit() returns trigger language plpgsql as
$$ begin
  if current_user = 'septet_app' and not people_administers()
    and (new.id, new.slug, new.kind, new.parent, new.ref, new.source, new.archived_at)
      is distinct from (old.id, old.slug, old.kind, old.parent, old.ref, old.source, old.archived_at) then
    raise exception 'Only those who run the installation move a unit.' using errcode = 'insufficient_privilege';
  end if;
  -- No unit stands below itself, whoever says so.
  if new.parent is distinct from old.parent and new.id in (select org_above(new.parent)) then
    raise exception 'A unit cannot stand below itself.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger org_unit_guard before update on org_unit for each row execute function org_guard_unit();

-- A membership is only ever cut shorter: who left does not come back by a date.
create function org_guard_membership() returns trigger language plpgsql as
$$ begin
  if coalesce(new.until, 'infinity') > coalesce(old.until, 'infinity') then
    raise exception 'A membership that ended begins again as a new one.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger org_membership_guard before update on org_membership for each row execute function org_guard_membership();

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert, update (name, administrator, ref, source, archived_at) on people_person to septet_app;
grant update on people_person to septet_auth;
revoke update on org_unit, org_component from septet_app;
grant update (slug, name, kind, parent, time_zone, ref, source, archived_at) on org_unit to septet_app;
grant update (example, title, kind, part_of, ref, source, archived_at) on org_component to septet_app;
grant delete on people_person to septet_jobs;
grant update on people_identity to septet_jobs;
grant select, insert, update, delete on people_contact to septet_app, septet_auth;
grant select on people_installation to septet_app, septet_auth;
grant select on org_membership to septet_app, septet_jobs, septet_auth;
grant insert, delete, update (until, source) on org_membership to septet_app;
grant insert on org_membership to septet_auth, septet_jobs;
grant select, insert on sharing_share to septet_app;
grant update (ended_by, ended_at) on sharing_share to septet_app;
grant select, insert, delete on notes_note to septet_app;
grant update (text, day, visibility, partner, audience) on notes_note to septet_app;
grant select, delete on notes_note to septet_jobs;
grant select, insert on audit_entry to septet_app;
grant insert on audit_entry to septet_auth, septet_jobs;

do $$
declare t text;
begin
  foreach t in array array['people_contact', 'people_installation', 'org_membership', 'sharing_share', 'notes_note', 'audit_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- What the functions above read, as the owner of the tables. On a server that is no superuser, and forced policies hold for it too.
  foreach t in array array['people_person', 'people_user', 'people_installation', 'org_unit', 'org_component', 'org_ownership',
    'org_membership', 'sharing_share'] loop
    execute format('create policy %I on %I for select to current_user using (true)', t || '_by_walls', t);
  end loop;
  create policy people_installation_set_by_walls on people_installation for update to current_user using (true);
end $$;

-- People of one installation know each other's names; who is not one of them knows nobody.
drop policy people_person_by_people on people_person;
create policy people_person_read on people_person for select to septet_app using ((select people_known()));
create policy people_person_add on people_person for insert to septet_app
  with check ((select people_administers()) and not administrator);
create policy people_person_change on people_person for update to septet_app
  using (id = septet_person() or (select people_administers()))
  with check (id = septet_person() or (select people_administers()));

create policy people_person_erase on people_person for delete to septet_jobs using (true);

create policy people_contact_read on people_contact for select to septet_app
  using (person = septet_person() or (select people_administers()));
-- An address leads to what somebody wrote and to an account: so one's own changes by sign-in alone, which asks for a proof.
create policy people_contact_write on people_contact to septet_app
  using ((select people_administers())) with check ((select people_administers()));
create policy people_contact_by_sign_in on people_contact to septet_auth using (true) with check (true);
create policy people_installation_read on people_installation for select to septet_app using ((select people_known()));
create policy people_installation_by_sign_in on people_installation for select to septet_auth using (true);

-- Who belongs where is no secret inside. Members, those who lead and those who run the installation say who belongs to a unit;
-- but nobody makes themselves a member where others are: that is for these to say.
create policy org_membership_read on org_membership for select to septet_app using ((select people_known()));
create policy org_membership_add on org_membership for insert to septet_app with check (
  ((select people_administers()) or unit in (select org_mine()) or unit in (select org_led()))
  and (person <> septet_person() or unit in (select org_mine()) or org_may_join(unit))
);
create policy org_membership_end on org_membership for update to septet_app
  using ((select people_administers()) or person = septet_person() or unit in (select org_mine()) or unit in (select org_led()))
  with check (until is not null);
-- One that has not begun before today was a mistake, and is gone as if it had never been.
create policy org_membership_undo on org_membership for delete to septet_app using (
  "from" >= (select org_today())
  and ((select people_administers()) or person = septet_person() or unit in (select org_mine()) or unit in (select org_led()))
);
create policy org_membership_by_sign_in on org_membership to septet_auth using (true) with check (true);
create policy org_membership_by_jobs on org_membership to septet_jobs using (true) with check (true);

-- Those who belong to a unit share what is its own with units above it, and take it back; they and those it is shared with see that.
create policy sharing_share_read on sharing_share for select to septet_app
  using (unit in (select org_mine()) or (ended_at is null and audience in (select org_around())));
create policy sharing_share_add on sharing_share for insert to septet_app
  with check (unit in (select org_mine()) and audience in (select org_above(unit)) and shared_by = septet_person() and ended_at is null);
create policy sharing_share_end on sharing_share for update to septet_app
  using (unit in (select org_mine())) with check (unit in (select org_mine()) and ended_at is not null and ended_by = septet_person());

-- What a person wrote is theirs, also when they have left; those who see it see it for as long as they belong where it is shown.
create policy notes_note_read on notes_note for select to septet_app using (
  author = septet_person()
  or (visibility = 'pair' and partner = septet_person() and (select people_known()))
  or (visibility = 'team' and unit in (select org_around()))
  or (visibility in ('group', 'organisation') and audience in (select org_around()))
);
create policy notes_note_add on notes_note for insert to septet_app with check (
  author = septet_person() and unit in (select org_around())
  and (audience is null or (audience <> unit and audience in (select org_above(unit))))
);
create policy notes_note_change on notes_note for update to septet_app using (author = septet_person())
  with check (author = septet_person() and (audience is null or (audience <> unit and audience in (select org_above(unit)))));
create policy notes_note_remove on notes_note for delete to septet_app using (author = septet_person());
create policy notes_note_by_jobs on notes_note to septet_jobs using (true);

create policy audit_entry_read on audit_entry for select to septet_app using (
  actor = septet_person() or about_person = septet_person() or about_unit in (select org_around())
  or (about_person is null and about_unit is null and (select people_administers()))
);
create policy audit_entry_add on audit_entry for insert to septet_app with check (actor = septet_person());
create policy audit_entry_by_sign_in on audit_entry for insert to septet_auth with check (true);
create policy audit_entry_by_jobs on audit_entry for insert to septet_jobs with check (true);

-- The older policies ask once a statement too.
alter policy org_unit_read on org_unit using ((select people_known()));
alter policy org_unit_write on org_unit using ((select people_administers())) with check ((select people_administers()));
alter policy org_component_read on org_component using ((select people_known()));
alter policy org_component_write on org_component using ((select people_administers())) with check ((select people_administers()));
alter policy org_ownership_read on org_ownership using ((select people_known()));
alter policy org_ownership_write on org_ownership using ((select people_administers())) with check ((select people_administers()));
alter policy git_repository_read on git_repository using ((select people_administers()));
alter policy git_import_by_administrators on git_import using ((select people_administers())) with check ((select people_administers()));

-- Those who lead a unit see to its name and its days; where it stands in the tree is for those who run the installation.
create policy org_unit_settings on org_unit for update to septet_app
  using (id in (select org_led()) or id in (select org_mine()))
  with check (id in (select org_led()) or id in (select org_mine()));
-- The first person belongs to the organisation from the beginning.
insert into org_membership (person, unit, role)
  select p.id, u.id, 'lead' from people_person p, org_unit u where p.administrator and u.kind = 'organisation';
