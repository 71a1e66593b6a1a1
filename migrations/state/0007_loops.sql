-- Loops: what a team or a person asks itself on a rhythm, each turn of it, what was guessed, tried, and what came of it.
-- Tables are described in src/core/loops/tables.ts, src/core/measures/tables.ts and src/core/org/tables.ts.
--
-- Whoever belongs to a unit today does all of this with it; a person's own loops are theirs alone. Beyond that only what stands in
-- loops_shown is seen: a reading with the words that its team chose for it. A turn's own words never leave.

-- Days on which nobody is asked anything: of a unit and all below it.
create table org_day_off (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  "from" date not null,
  "to" date not null,
  name text not null check (length(name) between 1 and 200),
  check ("from" <= "to" and "to" - "from" <= 366),
  unique (unit, "from", "to")
);

create table loops_loop (
  id uuid primary key default gen_random_uuid(),
  -- Whose it is: a unit's, or a person's.
  unit uuid references org_unit (id),
  person text references people_person (id) on delete cascade,
  -- Whose figures it looks at: for a unit its own.
  about uuid references org_unit (id),
  area text not null check (length(area) between 1 and 100),
  question text not null check (length(question) between 1 and 300),
  -- Ids of measures, the first is the one that is guessed. None: it is answered in words alone.
  measures text[] not null default '{}' check (cardinality(measures) <= 6),
  every text not null default 'week' check (every in ('day', 'week', 'month')),
  -- RFC 5545, without DTSTART; it begins on a day, at a local time, in the unit's time zone or in its own.
  rule text not null check (length(rule) between 1 and 300),
  starts date not null,
  at time not null default '09:00',
  time_zone text,
  -- Those who see the question, and the readings that are shown to them.
  audience uuid references org_unit (id),
  -- Turns that were done before are not shown by themselves.
  shared_since timestamptz,
  -- After how many days a reading that the team has looked at is shown by itself; null: only when they say so.
  share_after integer check (share_after between 0 and 90),
  created_by text references people_person (id) on delete set null,
  created_at timestamptz not null default now(),
  -- Asked no more. What it told stays.
  ended_at timestamptz,
  check (num_nonnulls(unit, person) = 1),
  check (unit is null or about = unit),
  check (share_after is null or audience is not null),
  -- What is somebody's own is opened to nobody: they would speak for a unit whose log does not tell of it.
  check (person is null or audience is null),
  check ((audience is null) = (shared_since is null))
);
create index loops_loop_unit on loops_loop (unit);
create index loops_loop_person on loops_loop (person);
create index loops_loop_audience on loops_loop (audience) where audience is not null;

-- One turn of a loop: begun when somebody first writes something, done once. A turn that nobody took is not here.
create table loops_turn (
  id uuid primary key default gen_random_uuid(),
  loop uuid not null references loops_loop (id) on delete cascade,
  due date not null,
  sense text check (sense in ('usual', 'unusual', 'unclear')),
  note text not null default '' check (length(note) <= 4000),
  -- What those read beside the reading with whom it is shared.
  annotation text not null default '' check (length(annotation) <= 500),
  next text check (next in ('nothing', 'try', 'decide', 'ask')),
  -- Counts up with each change of the words, so that two who write at once notice.
  version integer not null default 0,
  begun_at timestamptz not null,
  done_at timestamptz,
  done_by text references people_person (id) on delete set null,
  -- What was looked at, as it was then.
  readings jsonb not null default '[]',
  unique (loop, due),
  -- What hangs on a turn says of which loop it is, and both agree.
  unique (id, loop)
);

-- What others see of a turn: the reading, and the words that were chosen for them; until it is taken back.
create table loops_shown (
  turn uuid primary key,
  loop uuid not null,
  audience uuid not null references org_unit (id),
  due date not null,
  reading jsonb,
  annotation text not null default '' check (length(annotation) <= 500),
  shown_at timestamptz not null,
  taken_back_at timestamptz,
  foreign key (turn, loop) references loops_turn (id, loop) on delete cascade
);
create index loops_shown_audience on loops_shown (audience, due);

-- What the next reading will be. The team's has no person; a person's is seen by that person alone.
create table loops_guess (
  id uuid primary key default gen_random_uuid(),
  loop uuid not null,
  turn uuid not null,
  person text references people_person (id) on delete cascade,
  direction text not null check (direction in ('lower', 'same', 'higher')),
  -- In percent; null where it was not said.
  sure integer check (sure between 0 and 100),
  -- The reading that it starts from, and how much counts as about the same.
  base jsonb not null,
  -- The day of the turn at which it is looked up.
  looked_up date not null,
  made_at timestamptz not null,
  resolved_at timestamptz,
  -- Null after it was looked up: there was no reading to tell by.
  came text check (came in ('lower', 'same', 'higher')),
  reading jsonb,
  unique nulls not distinct (turn, person),
  foreign key (turn, loop) references loops_turn (id, loop) on delete cascade
);
create index loops_guess_open on loops_guess (looked_up) where resolved_at is null;
create index loops_guess_loop on loops_guess (loop);
create index loops_guess_person on loops_guess (person);

-- Something tried, with what is expected of it; or, as a look back, something that was changed in the past.
create table loops_experiment (
  id uuid primary key default gen_random_uuid(),
  unit uuid references org_unit (id),
  person text references people_person (id) on delete cascade,
  about uuid references org_unit (id),
  area text not null check (length(area) between 1 and 100),
  kind text not null check (kind in ('experiment', 'look-back')),
  -- What is changed, and why.
  title text not null check (length(title) between 1 and 300),
  why text not null default '' check (length(why) <= 4000),
  measure text check (length(measure) between 1 and 200),
  every text not null default 'week' check (every in ('day', 'week', 'month')),
  begins date not null,
  direction text check (direction in ('lower', 'same', 'higher')),
  -- Roughly how much, as a ratio: 0.3 is by 30 %.
  size real check (size > 0 and size <= 100),
  sure integer check (sure between 0 and 100),
  look_again date not null,
  created_by text references people_person (id) on delete set null,
  created_at timestamptz not null,
  check (num_nonnulls(unit, person) = 1),
  check (unit is null or about = unit),
  check (measure is null or direction is not null)
);
create index loops_experiment_unit on loops_experiment (unit, begins);
create index loops_experiment_person on loops_experiment (person);

-- What was concluded of an experiment, each time that it was looked at. The last one says how it stands.
create table loops_conclusion (
  id uuid primary key default gen_random_uuid(),
  experiment uuid not null references loops_experiment (id) on delete cascade,
  ends text not null check (ends in ('keep', 'drop', 'go-on', 'abandoned')),
  words text not null default '' check (length(words) <= 4000),
  -- What the measure showed then.
  shows jsonb,
  -- Whether it went in the direction that was expected; null where nothing can be said.
  as_expected boolean,
  -- The team says that the process is another one since.
  real boolean not null default false,
  look_again date,
  concluded_by text references people_person (id) on delete set null,
  concluded_at timestamptz not null,
  check ((ends = 'go-on') = (look_again is not null)),
  check (ends <> 'abandoned' or words <> '')
);
create index loops_conclusion_experiment on loops_conclusion (experiment, concluded_at);

-- What a turn led to: an experiment, an ask, a decision, by the name that its module has for it.
create table loops_follow_up (
  turn uuid not null references loops_turn (id) on delete cascade,
  kind text not null check (length(kind) between 1 and 50),
  thing uuid not null,
  at timestamptz not null,
  primary key (turn, kind, thing)
);

-- Where a unit says that the process behind a measure is another one since: limits are drawn anew from that day, with the reason.
create table measures_redrawn (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  measure text not null check (length(measure) between 1 and 200),
  day date not null,
  reason text not null check (length(reason) between 1 and 500),
  redrawn_by text references people_person (id) on delete set null,
  redrawn_at timestamptz not null default now(),
  unique (unit, measure, day)
);

-- While nobody else was ever let in, work that is done by itself is done by the eyes of the one who is here.
grant select on people_installation to septet_jobs;
create policy people_installation_by_jobs on people_installation for select to septet_jobs using (true);

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert, delete on org_day_off to septet_app;
grant select on org_day_off to septet_jobs;
grant select, insert on loops_loop to septet_app;
grant update (about, area, question, measures, every, rule, starts, at, time_zone, audience, shared_since, share_after, ended_at) on loops_loop to septet_app;
grant select on loops_loop to septet_jobs;
grant select, insert on loops_turn to septet_app;
grant update (sense, note, annotation, next, version, done_at, done_by, readings) on loops_turn to septet_app;
grant select on loops_turn to septet_jobs;
grant select, insert, delete, update (annotation, shown_at, taken_back_at) on loops_shown to septet_app;
grant select, insert on loops_shown to septet_jobs;
grant select, insert, delete on loops_guess to septet_app;
grant update (direction, sure, made_at) on loops_guess to septet_app;
grant select, update (resolved_at, came, reading), delete on loops_guess to septet_jobs;
grant select, insert on loops_experiment to septet_app;
grant update (title, why, look_again) on loops_experiment to septet_app;
grant select on loops_experiment to septet_jobs;
grant select, insert on loops_conclusion to septet_app;
grant select on loops_conclusion to septet_jobs;
grant select, insert on loops_follow_up to septet_app;
grant select, insert, delete on measures_redrawn to septet_app;

do $$
declare t text;
begin
  foreach t in array array['org_day_off', 'loops_loop', 'loops_turn', 'loops_shown', 'loops_guess', 'loops_experiment',
    'loops_conclusion', 'loops_follow_up', 'measures_redrawn'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Holidays are no secret inside.
create policy org_day_off_read on org_day_off for select to septet_app using ((select people_known()));
create policy org_day_off_add on org_day_off for insert to septet_app with check (
  (select people_administers()) or unit in (select org_mine()) or unit in (select org_led())
);
create policy org_day_off_remove on org_day_off for delete to septet_app using (
  (select people_administers()) or unit in (select org_mine()) or unit in (select org_led())
);
create policy org_day_off_by_jobs on org_day_off for select to septet_jobs using (true);

-- A unit's loops are of those who belong to it; a person's are that person's. The question alone is seen by those it is shared with.
-- Those with whom it is shared see it for as long as they stand above it.
create policy loops_loop_read on loops_loop for select to septet_app using (
  person = septet_person() or unit in (select org_mine())
  or (audience in (select org_around()) and audience in (select org_above(about)))
);
create policy loops_loop_add on loops_loop for insert to septet_app with check (
  created_by = septet_person() and (person = septet_person() or unit in (select org_mine()))
  and (audience is null or (audience in (select org_above(about)) and audience in (select org_around())))
);
create policy loops_loop_change on loops_loop for update to septet_app
  using (person = septet_person() or unit in (select org_mine()))
  with check (
    (person = septet_person() or unit in (select org_mine()))
    and (audience is null or (audience in (select org_above(about)) and audience in (select org_around())))
  );
create policy loops_loop_by_jobs on loops_loop for select to septet_jobs using (true);

-- One's own loops, by their ids; the rows of loops that the policies below hang on.
create function loops_own() returns setof uuid language sql stable set search_path = public as
  $$ select id from loops_loop where person = septet_person() or unit in (select org_mine()) $$;

create policy loops_turn_read on loops_turn for select to septet_app using (loop in (select loops_own()));
create policy loops_turn_add on loops_turn for insert to septet_app with check (loop in (select loops_own()));
-- What is done stays as it is.
create policy loops_turn_change on loops_turn for update to septet_app
  using (loop in (select loops_own()) and done_at is null)
  with check (loop in (select loops_own()) and (done_at is null or done_by = septet_person()));
create policy loops_turn_by_jobs on loops_turn for select to septet_jobs using (true);

create policy loops_shown_read on loops_shown for select to septet_app
  using (
    loop in (select loops_own())
    or (taken_back_at is null and audience in (select org_around()) and loop in (select id from loops_loop))
  );
create policy loops_shown_change on loops_shown for update to septet_app
  using (loop in (select loops_own())) with check (loop in (select loops_own()));
create policy loops_shown_add on loops_shown for insert to septet_app with check (
  loop in (select loops_own()) and audience = (select l.audience from loops_loop l where l.id = loops_shown.loop)
);
create policy loops_shown_remove on loops_shown for delete to septet_app using (loop in (select loops_own()));
create policy loops_shown_by_jobs on loops_shown to septet_jobs using (true) with check (true);

create policy loops_guess_read on loops_guess for select to septet_app
  using (person = septet_person() or (person is null and loop in (select loops_own())));
create policy loops_guess_add on loops_guess for insert to septet_app with check (
  loop in (select loops_own()) and (person is null or person = septet_person()) and resolved_at is null
);
create policy loops_guess_change on loops_guess for update to septet_app
  using (loop in (select loops_own()) and (person is null or person = septet_person()) and resolved_at is null)
  with check (loop in (select loops_own()) and (person is null or person = septet_person()) and resolved_at is null);
create policy loops_guess_remove on loops_guess for delete to septet_app
  using (loop in (select loops_own()) and (person is null or person = septet_person()) and resolved_at is null);
create policy loops_guess_by_jobs on loops_guess to septet_jobs using (true) with check (true);

create policy loops_experiment_read on loops_experiment for select to septet_app
  using (person = septet_person() or unit in (select org_mine()));
create policy loops_experiment_add on loops_experiment for insert to septet_app
  with check (created_by = septet_person() and (person = septet_person() or unit in (select org_mine())));
create policy loops_experiment_change on loops_experiment for update to septet_app
  using (person = septet_person() or unit in (select org_mine()))
  with check (person = septet_person() or unit in (select org_mine()));
create policy loops_experiment_by_jobs on loops_experiment for select to septet_jobs using (true);

create policy loops_conclusion_read on loops_conclusion for select to septet_app
  using (experiment in (select id from loops_experiment));
create policy loops_conclusion_add on loops_conclusion for insert to septet_app
  with check (concluded_by = septet_person() and experiment in (select id from loops_experiment));
create policy loops_conclusion_by_jobs on loops_conclusion for select to septet_jobs using (true);

create policy loops_follow_up_read on loops_follow_up for select to septet_app using (turn in (select id from loops_turn));
create policy loops_follow_up_add on loops_follow_up for insert to septet_app with check (turn in (select id from loops_turn));

-- With a measure that is shared goes what its team says of it.
create policy measures_redrawn_read on measures_redrawn for select to septet_app using (
  unit in (select org_mine())
  or exists (
    select 1 from sharing_share s
    where s.unit = measures_redrawn.unit and s.kind = 'measure' and s.thing = measures_redrawn.measure and s.ended_at is null
      and s.audience in (select org_above(s.unit))
  )
);
create policy measures_redrawn_add on measures_redrawn for insert to septet_app
  with check (redrawn_by = septet_person() and unit in (select org_mine()));
create policy measures_redrawn_remove on measures_redrawn for delete to septet_app using (unit in (select org_mine()));
