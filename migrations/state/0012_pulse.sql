-- Pulse: a few short questions that a unit asks those who belong to it, in rounds. Tables are described in src/core/loops/tables.ts.
--
-- What somebody answers is theirs alone: nobody else reads a row of it, whoever they are. What a round comes to is counted once, when
-- it closes, by a trigger; it is told to those who were asked in it and belong to the unit still: to them it was said that they would
-- see it, and to nobody who comes later. Whether somebody answered is told to nobody.

create table loops_pulse (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  -- The question that it is looked at for, and its rhythm. When that is asked no more, nor is the pulse.
  loop uuid not null unique references loops_loop (id),
  -- So many days before each turn a round opens by itself, to close before it; null: when somebody opens one.
  ahead integer check (ahead between 1 and 14),
  begun_by text references people_person (id) on delete set null,
  begun_at timestamptz not null
);
create index loops_pulse_unit on loops_pulse (unit);

-- A question keeps its words for ever, so that a series is of one question. Other words are another question.
create table loops_pulse_question (
  id uuid primary key default gen_random_uuid(),
  pulse uuid not null references loops_pulse (id) on delete cascade,
  kind text not null check (kind in ('scale', 'choice', 'words')),
  text text not null check (length(text) between 1 and 300),
  -- Of a choice: what can be chosen. Of a scale from 1 to 5: what its two ends mean.
  options text[] not null default '{}',
  place integer not null check (place between 0 and 4),
  written_at timestamptz not null,
  -- Asked no more.
  retired_at timestamptz,
  check (
    cardinality(options) between case kind when 'words' then 0 else 2 end
      and case kind when 'words' then 0 when 'scale' then 2 else 7 end
  )
);
create index loops_pulse_question_pulse on loops_pulse_question (pulse);

-- One asking. What is asked, how many, and how few answers may ever be told beyond the unit are fixed when it opens.
create table loops_pulse_round (
  id uuid primary key default gen_random_uuid(),
  pulse uuid not null references loops_pulse (id) on delete cascade,
  questions uuid[] not null,
  asked integer not null,
  threshold integer not null default 5 check (threshold >= 5),
  -- The day of the turn for which it opened by itself.
  turn date,
  opened_by text references people_person (id) on delete set null,
  opened_at timestamptz not null,
  -- The last day on which it can be answered.
  until date not null,
  closed_at timestamptz,
  -- All had answered, its last day was over, or somebody closed it. Who answered last is not told, so nobody closed it then.
  closed_because text check (closed_because in ('all', 'day', 'hand')),
  closed_by text references people_person (id) on delete set null,
  -- How many answered anything; counted when it closes.
  answered integer,
  unique (pulse, turn),
  -- Of two it is not told, closed or not: it would tell one what the other did.
  check ((closed_at is null) = (closed_because is null) and (answered is null or closed_at is not null)),
  check (closed_by is null or closed_because = 'hand')
);
create unique index loops_pulse_round_open on loops_pulse_round (pulse) where closed_at is null;

-- Whom a round asks: those who belonged to the unit when it opened.
create table loops_pulse_asked (
  round uuid not null references loops_pulse_round (id) on delete cascade,
  person text not null references people_person (id) on delete cascade,
  primary key (round, person)
);
create index loops_pulse_asked_person on loops_pulse_asked (person);

-- What somebody answered. A question that is skipped is not here, and when an answer was given is not known.
create table loops_pulse_answer (
  round uuid not null references loops_pulse_round (id) on delete cascade,
  question uuid not null references loops_pulse_question (id),
  person text not null references people_person (id) on delete cascade,
  -- From 1 on.
  option integer check (option between 1 and 7),
  words text check (length(words) between 1 and 2000),
  -- Words alone: whether those who were asked may read them, and with whose name.
  team_reads boolean not null default false,
  signed boolean not null default false,
  primary key (round, question, person),
  check (num_nonnulls(option, words) = 1),
  check (words is not null or not team_reads),
  check (team_reads or not signed)
);
create index loops_pulse_answer_person on loops_pulse_answer (person);

-- What a round came to, by question; of one that fewer than two answered there is nothing here. It stays when people go.
create table loops_pulse_count (
  round uuid not null references loops_pulse_round (id) on delete cascade,
  question uuid not null references loops_pulse_question (id),
  n integer not null check (n >= 2),
  -- How many gave each answer, in their order.
  counts integer[] not null,
  primary key (round, question)
);

-- ── What the database does by itself ────────────────────────────────────────────────────────────────────────────────────

-- Those who belong to a unit today.
create function loops_pulse_people(unit uuid) returns setof text language sql stable security definer set search_path = public as $$
  select distinct m.person from org_membership m
    join people_person p on p.id = m.person and p.archived_at is null
    where m.unit = loops_pulse_people.unit and daterange(m."from", m.until) @> org_today()
$$;
revoke execute on function loops_pulse_people from public;

-- Who opens a round chooses neither what it asks nor whom.
create function loops_pulse_open() returns trigger language plpgsql security definer set search_path = public as
$$ begin
  new.questions := array(
    select q.id from loops_pulse_question q where q.pulse = new.pulse and q.retired_at is null order by q.place, q.id
  );
  new.asked := (
    select count(*) from (
      select loops_pulse_people(p.unit) from loops_pulse p where p.id = new.pulse union select new.opened_by where new.opened_by is not null
    ) asked
  );
  -- Where nobody belongs there is nobody to ask.
  if new.asked = 0 then return null; end if;
  new.closed_at := null;
  new.closed_because := null;
  new.closed_by := null;
  new.answered := null;
  return new;
end $$;
create trigger loops_pulse_round_open before insert on loops_pulse_round for each row execute function loops_pulse_open();

create function loops_pulse_ask() returns trigger language plpgsql security definer set search_path = public as
$$ begin
  insert into loops_pulse_asked (round, person)
    select new.id, loops_pulse_people(p.unit) from loops_pulse p where p.id = new.pulse
    union select new.id, new.opened_by where new.opened_by is not null;
  return null;
end $$;
create trigger loops_pulse_round_ask after insert on loops_pulse_round for each row execute function loops_pulse_ask();

-- Whether all who were asked, and belong to the unit still, have answered something. For nobody who does not belong to it.
create function loops_pulse_complete(round uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from loops_pulse_answer a where a.round = loops_pulse_complete.round)
    and not exists (
      select 1 from loops_pulse_asked k
      where k.round = loops_pulse_complete.round and k.person in (select loops_pulse_people(p.unit))
        and not exists (select 1 from loops_pulse_answer a where a.round = k.round and a.person = k.person)
    )
  from loops_pulse_round r join loops_pulse p on p.id = r.pulse
  where r.id = loops_pulse_complete.round and (septet_person() is null or p.unit in (select org_mine()))
$$;

-- Closing counts, and nothing else does.
create function loops_pulse_close() returns trigger language plpgsql security definer set search_path = public as
$$ begin
  if old.closed_at is not null then
    -- Only that somebody who closed it is gone.
    if (new.closed_at, new.closed_because, new.answered, new.questions, new.asked, new.threshold)
      is distinct from (old.closed_at, old.closed_because, old.answered, old.questions, old.asked, old.threshold) then
      raise exception 'What is closed stays as it is.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.closed_at is null then return new; end if;
  if new.closed_because = 'all' and not coalesce(loops_pulse_complete(new.id), false) then
    raise exception 'Not all have answered.' using errcode = 'insufficient_privilege';
  end if;
  new.answered := case when new.asked > 2
    then (select count(distinct a.person) from loops_pulse_answer a where a.round = new.id) end;
  insert into loops_pulse_count (round, question, n, counts)
    select new.id, q.id, count(a.person), array(
        select (select count(*) from loops_pulse_answer b where b.round = new.id and b.question = q.id and b.option = o.n)
        from generate_series(1, case q.kind when 'scale' then 5 else cardinality(q.options) end) o (n) order by o.n
      )
    from loops_pulse_question q join loops_pulse_answer a on a.round = new.id and a.question = q.id
    where q.id = any (new.questions) and q.kind <> 'words'
    group by q.id having count(a.person) >= 2;
  return new;
end $$;
create trigger loops_pulse_round_close before update on loops_pulse_round for each row execute function loops_pulse_close();

-- How many have answered a round that is open; of two people it would tell one what the other does.
create function loops_pulse_answered(rounds uuid[]) returns table (round uuid, answered integer)
  language sql stable security definer set search_path = public as $$
  select r.id, (select count(distinct a.person)::integer from loops_pulse_answer a where a.round = r.id)
  from loops_pulse_round r join loops_pulse p on p.id = r.pulse
  where r.id = any (rounds) and r.closed_at is null and r.asked > 2 and p.unit in (select org_mine())
$$;

-- The words that their authors let the others read, of rounds that are closed, for those who were asked in them; in the order of the
-- alphabet, which tells nothing of who wrote them.
create function loops_pulse_words(rounds uuid[]) returns table (round uuid, question uuid, words text, signed_by text)
  language sql stable security definer set search_path = public as $$
  select a.round, a.question, a.words, case when a.signed then w.name end
  from loops_pulse_answer a
    join loops_pulse_round r on r.id = a.round
    join loops_pulse p on p.id = r.pulse
    join people_person w on w.id = a.person
    join loops_pulse_asked k on k.round = r.id and k.person = septet_person()
  where r.id = any (rounds) and r.closed_at is not null and a.team_reads and p.unit in (select org_mine())
  order by a.words
$$;

-- Words that others may read are taken back by who wrote them, at any time and wherever they belong by then.
create function loops_pulse_take_back(round uuid, question uuid) returns boolean
  language sql security definer set search_path = public as $$
  with taken as (
    update loops_pulse_answer a set team_reads = false, signed = false
    where a.round = loops_pulse_take_back.round and a.question = loops_pulse_take_back.question
      and a.person = septet_person() and a.team_reads
    returning 1
  )
  select exists (select 1 from taken)
$$;

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert, update (ahead) on loops_pulse to septet_app;
grant select, insert, update (place, retired_at) on loops_pulse_question to septet_app;
grant select, insert, update (closed_at, closed_because, closed_by) on loops_pulse_round to septet_app, septet_jobs;
grant select on loops_pulse_asked, loops_pulse_count to septet_app;
grant select, insert, delete on loops_pulse_answer to septet_app;
grant select on loops_pulse, loops_pulse_question to septet_jobs;

do $$
declare t text;
begin
  foreach t in array array['loops_pulse', 'loops_pulse_question', 'loops_pulse_round', 'loops_pulse_asked', 'loops_pulse_answer',
    'loops_pulse_count'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['loops_pulse', 'loops_pulse_question'] loop
    execute format('create policy %I on %I for select to septet_jobs using (true)', t || '_by_jobs', t);
  end loop;
  -- What the functions above read and write.
  foreach t in array array['loops_pulse', 'loops_pulse_question', 'loops_pulse_round', 'loops_pulse_asked', 'loops_pulse_answer'] loop
    execute format('create policy %I on %I for select to current_user using (true)', t || '_by_walls', t);
  end loop;
  create policy loops_pulse_asked_add_by_walls on loops_pulse_asked for insert to current_user with check (true);
  create policy loops_pulse_count_add_by_walls on loops_pulse_count for insert to current_user with check (true);
  create policy loops_pulse_answer_take_back_by_walls on loops_pulse_answer for update to current_user
    using (true) with check (not team_reads);
end $$;

create policy loops_pulse_read on loops_pulse for select to septet_app using (unit in (select org_mine()));
create policy loops_pulse_change on loops_pulse for update to septet_app
  using (unit in (select org_mine())) with check (unit in (select org_mine()));

create policy loops_pulse_question_read on loops_pulse_question for select to septet_app using (pulse in (select id from loops_pulse));
create policy loops_pulse_question_change on loops_pulse_question for update to septet_app
  using (pulse in (select id from loops_pulse) and retired_at is null) with check (pulse in (select id from loops_pulse));

create policy loops_pulse_round_read on loops_pulse_round for select to septet_app using (pulse in (select id from loops_pulse));
create policy loops_pulse_round_add on loops_pulse_round for insert to septet_app
  with check (pulse in (select id from loops_pulse) and opened_by = septet_person() and turn is null);
create policy loops_pulse_round_end on loops_pulse_round for update to septet_app
  using (pulse in (select id from loops_pulse) and closed_at is null)
  with check (
    pulse in (select id from loops_pulse)
    and ((closed_because = 'hand' and closed_by = septet_person()) or (closed_because = 'all' and closed_by is null))
  );
create policy loops_pulse_round_by_jobs on loops_pulse_round for select to septet_jobs using (true);
create policy loops_pulse_round_open_by_jobs on loops_pulse_round for insert to septet_jobs with check (opened_by is null);
create policy loops_pulse_round_close_by_jobs on loops_pulse_round for update to septet_jobs
  using (closed_at is null) with check (closed_because in ('all', 'day') and closed_by is null);

-- Whom else it asks is known to whoever knows the unit; here each reads their own line.
create policy loops_pulse_asked_read on loops_pulse_asked for select to septet_app using (person = septet_person());

-- Rounds that the asking person can answer.
create function loops_pulse_mine() returns setof uuid language sql stable set search_path = public as $$
  select r.id from loops_pulse_round r join loops_pulse_asked k on k.round = r.id and k.person = septet_person()
  where r.closed_at is null
$$;

create policy loops_pulse_answer_read on loops_pulse_answer for select to septet_app using (person = septet_person());
create policy loops_pulse_answer_add on loops_pulse_answer for insert to septet_app with check (
  person = septet_person() and round in (select loops_pulse_mine())
  and exists (
    select 1 from loops_pulse_round r where r.id = loops_pulse_answer.round and loops_pulse_answer.question = any (r.questions)
  )
);
create policy loops_pulse_answer_change on loops_pulse_answer for delete to septet_app
  using (person = septet_person() and round in (select loops_pulse_mine()));

create policy loops_pulse_count_read on loops_pulse_count for select to septet_app using (
  round in (select r.id from loops_pulse_round r join loops_pulse_asked k on k.round = r.id and k.person = septet_person())
);

-- ── Beyond the team ─────────────────────────────────────────────────────────────────────────────────────────────────────
--
-- A group offers questions to the teams below it, and gathers what came of them in those teams that took them up and opened what they
-- answer to it. One figure a question, for the whole group: no team is ever told apart. Words are not asked for, and never leave.

create table loops_offer (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  question text not null check (length(question) between 1 and 300),
  offered_by text references people_person (id) on delete set null,
  offered_at timestamptz not null
);
create index loops_offer_unit on loops_offer (unit);

create table loops_offer_question (
  id uuid primary key default gen_random_uuid(),
  offer uuid not null references loops_offer (id) on delete cascade,
  kind text not null check (kind in ('scale', 'choice')),
  text text not null check (length(text) between 1 and 300),
  options text[] not null check (cardinality(options) between 2 and 7),
  place integer not null check (place between 0 and 4)
);
create index loops_offer_question_offer on loops_offer_question (offer);

-- A pulse that a team took up, and since when what it comes to may be counted in the group's figure.
alter table loops_pulse
  add column offer uuid references loops_offer (id),
  add column opened_at timestamptz,
  add check (opened_at is null or offer is not null);
alter table loops_pulse_question add column offered uuid references loops_offer_question (id);
create unique index loops_pulse_adopted on loops_pulse (unit, offer);

-- One gathering: of rounds that close after it opens. What is told is made once, when its last day is over, and kept.
create table loops_gathering (
  id uuid primary key default gen_random_uuid(),
  offer uuid not null references loops_offer (id) on delete cascade,
  threshold integer not null default 5 check (threshold >= 5),
  opened_by text references people_person (id) on delete set null,
  opened_at timestamptz not null,
  until date not null,
  closed_at timestamptz
);
create unique index loops_gathering_open on loops_gathering (offer) where closed_at is null;

create table loops_figure (
  gathering uuid not null references loops_gathering (id) on delete cascade,
  question uuid not null references loops_offer_question (id),
  -- Why it is not told; then there are no numbers either.
  because text check (because in ('few-or-alike', 'changed-little')),
  teams integer check (teams >= 3),
  n integer check (n >= 5),
  counts integer[],
  primary key (gathering, question),
  check ((because is null) = (n is not null) and (n is null) = (counts is null) and (n is null) = (teams is null))
);

-- Who answered, by a name of its own that leads to nobody once the person is gone: without it a later figure could not be kept apart
-- from an earlier one by enough people. Read by the jobs alone.
create table loops_respondent (
  offer uuid not null references loops_offer (id) on delete cascade,
  person text not null references people_person (id) on delete cascade,
  respondent uuid not null default gen_random_uuid(),
  primary key (offer, person)
);
create table loops_counted (
  gathering uuid not null references loops_gathering (id) on delete cascade,
  question uuid not null references loops_offer_question (id),
  team uuid not null references org_unit (id),
  respondent uuid not null,
  primary key (gathering, question, team, respondent)
);

-- The rounds of a gathering: of each team that opened its pulse and stands below still, the last that closed since. A round that
-- opened before the pulse was does not count: whoever answered it was told that it stays with the team.
create function loops_gathering_rounds(gathering uuid) returns table (round uuid, team uuid, threshold integer)
  language sql stable security definer set search_path = public as $$
  select distinct on (p.unit) r.id, p.unit, r.threshold
  from loops_gathering g
    join loops_offer o on o.id = g.offer
    join loops_pulse p on p.offer = o.id and p.opened_at is not null and p.unit <> o.unit
    join loops_pulse_round r on r.pulse = p.id and r.closed_at > g.opened_at and r.opened_at >= p.opened_at
  where g.id = loops_gathering_rounds.gathering and g.closed_at is null and o.unit in (select org_above(p.unit))
  order by p.unit, r.closed_at desc
$$;

-- Whom those rounds asked (without a question), and what they answered to the questions that the group offered.
create function loops_gather(gathering uuid) returns table (question uuid, team uuid, respondent uuid, option integer, threshold integer)
  language plpgsql security definer set search_path = public as
$$
#variable_conflict use_column
begin
  insert into loops_respondent (offer, person)
    select distinct g.offer, k.person
    from loops_gathering g, loops_gathering_rounds(loops_gather.gathering) r join loops_pulse_asked k on k.round = r.round
    where g.id = loops_gather.gathering
    on conflict do nothing;
  return query
    select null::uuid, r.team, w.respondent, null::integer, r.threshold
    from loops_gathering g, loops_gathering_rounds(loops_gather.gathering) r
      join loops_pulse_asked k on k.round = r.round
      join loops_respondent w on w.person = k.person
    where g.id = loops_gather.gathering and w.offer = g.offer
    union all
    select q.offered, r.team, w.respondent, a.option, r.threshold
    from loops_gathering g, loops_gathering_rounds(loops_gather.gathering) r
      join loops_pulse_answer a on a.round = r.round and a.option is not null
      join loops_pulse_question q on q.id = a.question and q.offered is not null
      join loops_respondent w on w.person = a.person
    where g.id = loops_gather.gathering and w.offer = g.offer;
end $$;
revoke execute on function loops_gather, loops_gathering_rounds from public;
grant execute on function loops_gather to septet_jobs;

grant select, insert on loops_offer, loops_offer_question, loops_gathering to septet_app;
grant select on loops_figure to septet_app;
grant update (opened_at) on loops_pulse to septet_app;
grant select on loops_offer, loops_offer_question, loops_respondent to septet_jobs;
grant select, update (closed_at) on loops_gathering to septet_jobs;
grant select, insert on loops_figure, loops_counted to septet_jobs;

do $$
declare t text;
begin
  foreach t in array array['loops_offer', 'loops_offer_question', 'loops_gathering', 'loops_figure', 'loops_respondent', 'loops_counted'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to septet_jobs using (true) with check (true)', t || '_by_jobs', t);
  end loop;
  foreach t in array array['loops_offer', 'loops_gathering', 'loops_respondent'] loop
    execute format('create policy %I on %I for select to current_user using (true)', t || '_by_walls', t);
  end loop;
  create policy loops_respondent_add_by_walls on loops_respondent for insert to current_user with check (true);
end $$;

-- What a group offers, and what came of it, is seen by all who are a part of it.
create policy loops_offer_read on loops_offer for select to septet_app using (unit in (select org_around()));
create policy loops_offer_add on loops_offer for insert to septet_app
  with check (unit in (select org_mine()) and offered_by = septet_person());
create policy loops_offer_question_read on loops_offer_question for select to septet_app
  using (offer in (select id from loops_offer));
create policy loops_offer_question_add on loops_offer_question for insert to septet_app with check (
  offer in (select id from loops_offer where offered_by = septet_person() and unit in (select org_mine()))
  -- What a team took up stays as it was.
  and not exists (select 1 from loops_gathering g where g.offer = loops_offer_question.offer)
);
create policy loops_gathering_read on loops_gathering for select to septet_app using (offer in (select id from loops_offer));
create policy loops_gathering_add on loops_gathering for insert to septet_app with check (
  opened_by = septet_person() and closed_at is null
  and offer in (select id from loops_offer where unit in (select org_mine()))
);
create policy loops_figure_read on loops_figure for select to septet_app using (gathering in (select id from loops_gathering));

-- A team takes up what a unit above offers, in its very words.
create policy loops_pulse_add on loops_pulse for insert to septet_app with check (
  unit in (select org_mine()) and begun_by = septet_person()
  and loop in (select id from loops_loop l where l.unit = loops_pulse.unit)
  and opened_at is null
  and (offer is null or offer in (select id from loops_offer o where o.unit <> loops_pulse.unit and o.unit in (select org_above(loops_pulse.unit))))
);
create policy loops_pulse_question_add on loops_pulse_question for insert to septet_app with check (
  pulse in (select id from loops_pulse) and retired_at is null
  and (offered is null or exists (
    select 1 from loops_offer_question o join loops_pulse p on p.offer = o.offer
    where p.id = loops_pulse_question.pulse and o.id = loops_pulse_question.offered
      and (o.kind, o.text, o.options) = (loops_pulse_question.kind, loops_pulse_question.text, loops_pulse_question.options)
  ))
);
