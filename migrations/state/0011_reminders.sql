-- Reminders: what each person and each team's channel is told outside Septet, and what was sent already.
-- Tables are described in src/core/reminders/tables.ts.
--
-- What a person chose is theirs alone, and what is sent is computed as that person, under the same policies as every page. A team's
-- channel is for those who belong to the team.

create table reminders_choice (
  person text primary key references people_person (id) on delete cascade,
  -- Since when a letter comes on the day of a check-in; null: none does.
  check_in_since timestamptz,
  -- On which day the digest comes, as RFC 5545 calls it; null: none does.
  digest text check (digest in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  -- What came after this stands in the next digest.
  digest_since timestamptz,
  -- What waited when the last one was made: it is not told again.
  digest_told text[] not null default '{}',
  -- Whether the calendar says what is due, or only that something is.
  titles boolean not null default true,
  -- Before this there is nothing to be done; null: at once.
  look_at timestamptz,
  check ((digest is null) = (digest_since is null))
);
create index reminders_choice_look_at on reminders_choice (look_at);

-- The private address of a person's calendar: an id to find it by, and of its secret the hash.
create table reminders_calendar (
  person text primary key references people_person (id) on delete cascade,
  id text not null unique,
  hash bytea not null,
  made_at timestamptz not null,
  asked_at timestamptz
);

-- Where a team's reminders are posted. The address is sealed: whoever has it can write there.
create table reminders_channel (
  unit uuid primary key references org_unit (id),
  sealed text not null,
  host text not null check (length(host) between 1 and 255),
  check_in_since timestamptz,
  digest text check (digest in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  digest_since timestamptz,
  digest_told text[] not null default '{}',
  -- Whether readings are told too; else only that there is something to see.
  readings boolean not null default false,
  set_by text references people_person (id) on delete set null,
  set_at timestamptz not null,
  -- Why the last message could not be posted, until one is.
  trouble text check (length(trouble) <= 500),
  trouble_at timestamptz,
  look_at timestamptz,
  check ((digest is null) = (digest_since is null))
);
create index reminders_channel_look_at on reminders_channel (look_at);

-- One row for each thing that is sent, so that it is sent once, by whichever instance comes first.
create table reminders_sent (
  id uuid primary key default gen_random_uuid(),
  person text references people_person (id) on delete cascade,
  unit uuid references org_unit (id),
  kind text not null check (kind in ('check-in', 'digest')),
  day date not null,
  tries integer not null default 1,
  -- While it is not sent: from when on it may be tried again.
  next_at timestamptz,
  sent_at timestamptz,
  check (num_nonnulls(person, unit) = 1),
  unique nulls not distinct (person, unit, kind, day)
);
create index reminders_sent_day on reminders_sent (day);

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert on reminders_choice to septet_app;
grant update (check_in_since, digest, digest_since, digest_told, titles, look_at) on reminders_choice to septet_app;
grant select, update (digest_since, digest_told, look_at) on reminders_choice to septet_jobs;
grant select, insert, update, delete on reminders_calendar to septet_app;
grant select, update (asked_at) on reminders_calendar to septet_auth;
grant select, insert, update, delete on reminders_channel to septet_app;
grant select, update (digest_since, digest_told, trouble, trouble_at, look_at) on reminders_channel to septet_jobs;
grant select on reminders_sent to septet_app;
grant select, insert, delete, update (tries, next_at, sent_at) on reminders_sent to septet_jobs;

do $$
declare t text;
begin
  foreach t in array array['reminders_choice', 'reminders_calendar', 'reminders_channel', 'reminders_sent'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy reminders_choice_by_its_person on reminders_choice to septet_app
  using (person = septet_person()) with check (person = septet_person() and (select people_known()));
create policy reminders_choice_by_jobs on reminders_choice to septet_jobs using (true) with check (true);

create policy reminders_calendar_by_its_person on reminders_calendar to septet_app
  using (person = septet_person()) with check (person = septet_person() and (select people_known()));
create policy reminders_calendar_by_its_address on reminders_calendar to septet_auth using (true) with check (true);

create policy reminders_channel_by_members on reminders_channel to septet_app
  using (unit in (select org_mine())) with check (unit in (select org_mine()) and set_by = septet_person());
create policy reminders_channel_by_jobs on reminders_channel to septet_jobs using (true) with check (true);

create policy reminders_sent_read on reminders_sent for select to septet_app using (person = septet_person());
create policy reminders_sent_by_jobs on reminders_sent to septet_jobs using (true) with check (true);
