-- Forums: where people solve together what one team or person does not decide alone: questions before opinions, then a proposal, then
-- consent. Tables are described in src/areas/decisions/forums/tables.ts.
--
-- A forum is a unit's. Those take part who belong to the unit, and those below whom it is opened to. Whoever belongs to a unit whose
-- matter is taken up takes part in that one meeting. What is said is read by those who take part in the meeting, and by nobody else,
-- also where the forum is opened to others later; what is proposed can be read whole by them. Once a meeting is closed it stays as it was, and only remarks come after it.

create table forums_forum (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  name text not null check (length(name) between 1 and 100),
  purpose text not null default '' check (length(purpose) <= 500),
  -- RFC 5545, as in loops.
  rule text not null check (length(rule) between 1 and 300),
  starts date not null,
  at time not null,
  -- How long an item may take where nobody says otherwise.
  minutes integer not null default 15 check (minutes between 1 and 480),
  -- Those who take part beyond the unit.
  audience uuid references org_unit (id),
  created_by text references people_person (id) on delete set null,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index forums_forum_unit on forums_forum (unit);
create index forums_forum_audience on forums_forum (audience) where audience is not null;

-- One time that a forum met: within some hours, or over days.
create table forums_meeting (
  id uuid primary key default gen_random_uuid(),
  forum uuid not null references forums_forum (id),
  mode text not null check (mode in ('live', 'over-days')),
  -- To whom the forum was opened when it began: who is let in later does not read what was said before they were there.
  audience uuid references org_unit (id),
  -- The day of the rhythm that it was held for; null outside it.
  due date,
  -- Over days: the day by which all shall have spoken.
  until date,
  -- Live: what it is at. It is an item of its own; see below.
  at_item uuid,
  began_by text references people_person (id) on delete set null,
  began_at timestamptz not null,
  closed_by text references people_person (id) on delete set null,
  closed_at timestamptz,
  check ((mode = 'over-days') = (until is not null)),
  unique (id, forum)
);
create index forums_meeting_forum on forums_meeting (forum, began_at);
-- Of two who begin it at once, one does.
create unique index forums_meeting_open on forums_meeting (forum) where closed_at is null;

create table forums_present (
  meeting uuid not null references forums_meeting (id) on delete cascade,
  person text not null references people_person (id) on delete cascade,
  came_at timestamptz not null,
  left_at timestamptz,
  primary key (meeting, person)
);
create index forums_present_person on forums_present (person);

-- Something to talk about: on the agenda of the next meeting, or taken up in one.
create table forums_item (
  id uuid primary key default gen_random_uuid(),
  forum uuid not null references forums_forum (id),
  -- Null: on the agenda.
  meeting uuid,
  place integer not null,
  kind text not null check (kind in ('decision', 'ask', 'line')),
  title text not null check (length(title) between 1 and 300),
  -- What is decided about, of those that are proposed for it.
  decision uuid,
  -- Of an ask: its id where it is kept.
  ask uuid,
  -- Whose matter it is, if it is one of a unit's: they take part.
  unit uuid references org_unit (id),
  minutes integer not null check (minutes between 1 and 480),
  put_by text references people_person (id) on delete set null,
  put_at timestamptz not null,
  phase text not null default 'waiting'
    check (phase in ('waiting', 'questions', 'opinions', 'proposal', 'consent', 'done')),
  phase_since timestamptz not null,
  -- Counts up with each move, so that two who move it at once notice.
  moves integer not null default 0,
  -- Until when its time lasts.
  box_until timestamptz,
  outcome text check (outcome in ('accepted', 'not-consented', 'words')),
  words text not null default '' check (length(words) <= 4000),
  -- The item of an earlier meeting that was still open.
  carried_from uuid references forums_item (id),
  check ((kind = 'ask') = (ask is not null)),
  check ((phase = 'done') = (outcome is not null)),
  check (meeting is not null or phase = 'waiting'),
  foreign key (meeting, forum) references forums_meeting (id, forum)
);
create index forums_item_forum on forums_item (forum);
create index forums_item_meeting on forums_item (meeting);
create index forums_item_unit on forums_item (unit);
alter table forums_meeting add foreign key (at_item) references forums_item (id);

-- What is proposed for an item, as decisions; only those whose decision it is put one here, as all who take part can read it then.
create table forums_proposal (
  item uuid not null references forums_item (id) on delete cascade,
  decision uuid not null references decisions_decision (id) on delete cascade,
  nth integer generated by default as identity,
  put_by text references people_person (id) on delete set null,
  put_at timestamptz not null,
  primary key (item, decision)
);
create index forums_proposal_decision on forums_proposal (decision);
-- So an item is about nothing that was not proposed for it.
alter table forums_item add foreign key (id, decision) references forums_proposal (item, decision) on delete set null (decision);

-- What people said, in its order. It only grows.
create table forums_saying (
  id uuid primary key default gen_random_uuid(),
  nth integer generated by default as identity,
  meeting uuid not null references forums_meeting (id),
  item uuid references forums_item (id),
  kind text not null check (kind in ('question', 'answer', 'opinion', 'remark')),
  -- Of an answer: the question.
  about uuid references forums_saying (id),
  words text not null check (length(words) between 1 and 4000),
  said_by text references people_person (id) on delete set null,
  said_at timestamptz not null,
  check ((kind = 'remark') = (item is null)),
  check ((kind = 'answer') = (about is not null))
);
create index forums_saying_meeting on forums_saying (meeting, nth);
create index forums_saying_person on forums_saying (said_by);
-- One view each: it stays as it was said.
create unique index forums_saying_opinion on forums_saying (item, said_by) where kind = 'opinion';

-- A round of consent on one text.
create table forums_round (
  id uuid primary key default gen_random_uuid(),
  nth integer generated by default as identity,
  item uuid not null references forums_item (id),
  decision uuid not null references decisions_decision (id) on delete cascade,
  opened_by text references people_person (id) on delete set null,
  opened_at timestamptz not null,
  closed_by text references people_person (id) on delete set null,
  closed_at timestamptz,
  -- Null, and closed: it was left before it came to an end.
  reached boolean,
  -- Of the text to which was consented.
  version integer,
  check (reached is null or closed_at is not null),
  check (coalesce(reached, false) = (version is not null))
);
create index forums_round_decision on forums_round (decision);
create unique index forums_round_open on forums_round (item) where closed_at is null;

-- What somebody says in a round, of the version of the text that they had before them.
create table forums_voice (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references forums_round (id) on delete cascade,
  person text references people_person (id) on delete set null,
  stance text not null check (stance in ('consent', 'aside', 'objection')),
  words text not null default '' check (length(words) <= 2000),
  version integer not null,
  said_at timestamptz not null,
  unique (round, person)
);
create index forums_voice_person on forums_voice (person);

-- An objection, and how it was resolved.
create table forums_objection (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references forums_round (id) on delete cascade,
  person text references people_person (id) on delete set null,
  reason text not null check (length(reason) between 1 and 2000),
  version integer not null,
  said_at timestamptz not null,
  resolved text check (resolved in ('amended', 'withdrawn', 'look-again', 'stays')),
  resolved_words text not null default '' check (length(resolved_words) <= 2000),
  look_on date,
  resolved_by text references people_person (id) on delete set null,
  resolved_at timestamptz,
  check ((resolved is null) = (resolved_at is null)),
  check (coalesce(resolved = 'look-again', false) = (look_on is not null))
);
create index forums_objection_person on forums_objection (person);
create unique index forums_objection_open on forums_objection (round, person) where resolved is null;

-- ── Who sees what ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Those that the asking person's units hold.
create function forums_own() returns setof uuid language sql stable security definer set search_path = public as
  $$ select id from forums_forum where unit in (select org_mine()) $$;
-- And those that are opened to them.
create function forums_mine() returns setof uuid language sql stable security definer set search_path = public as $$
  select id from forums_forum
    where unit in (select org_mine()) or (audience in (select org_around()) and audience in (select org_above(unit)))
$$;
-- Where a matter of theirs is taken up, too.
create function forums_guests() returns setof uuid language sql stable security definer set search_path = public as
  $$ select forum from forums_item where unit in (select org_mine()) $$;
create function forums_meetings() returns setof uuid language sql stable security definer set search_path = public as $$
  select id from forums_meeting
    where forum in (select forums_own()) or (forum in (select forums_mine()) and audience in (select org_around()))
  union
  select meeting from forums_item where meeting is not null and unit in (select org_mine())
$$;
create function forums_open() returns setof uuid language sql stable security definer set search_path = public as
  $$ select id from forums_meeting where closed_at is null and id in (select forums_meetings()) $$;
create function forums_open_items() returns setof uuid language sql stable security definer set search_path = public as
  $$ select id from forums_item where meeting in (select forums_open()) $$;
create function forums_open_rounds() returns setof uuid language sql stable security definer set search_path = public as
  $$ select id from forums_round where closed_at is null and item in (select forums_open_items()) $$;
-- Where others' views can be read: the round of views is over, or one has said one's own.
create function forums_spoken() returns setof uuid language sql stable security definer set search_path = public as $$
  select i.id from forums_item i join forums_meeting m on m.id = i.meeting
    where i.phase in ('proposal', 'consent', 'done') or m.closed_at is not null
  union
  select item from forums_saying where kind = 'opinion' and said_by = septet_person()
$$;
-- How many have said their view, also while it is hidden what they said.
create function forums_opinions(meeting uuid) returns table (item uuid, n integer)
  language sql stable security definer set search_path = public as $$
  select s.item, count(*)::int from forums_saying s
    where s.kind = 'opinion' and s.meeting = forums_opinions.meeting and s.meeting in (select forums_meetings())
    group by s.item
$$;
-- Whether an item goes on with one that stood open in the same forum, for the same unit.
create function forums_carries(earlier uuid, forum uuid, unit uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from forums_item i
    where i.id = earlier and i.forum = forums_carries.forum and i.unit is not distinct from forums_carries.unit)
$$;
create function forums_carried_proposal(item uuid, decision uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from forums_item i join forums_proposal p on p.item = i.carried_from
    where i.id = forums_carried_proposal.item and p.decision = forums_carried_proposal.decision)
$$;

-- What is proposed in a forum is read by those who take part.
create or replace function decisions_asked() returns setof uuid language sql stable security definer set search_path = public as $$
  select decision from decisions_advice
    where (person = septet_person() and people_known()) or unit in (select org_mine())
  union
  select decision from decisions_touched where unit in (select org_mine())
  union
  select p.decision from forums_proposal p join forums_item i on i.id = p.item
    where i.forum in (select forums_own()) or i.meeting in (select forums_meetings())
      or (i.meeting is null and i.forum in (select forums_mine()))
$$;

grant select, insert on forums_forum, forums_meeting, forums_present, forums_item, forums_proposal, forums_saying, forums_round,
  forums_voice, forums_objection to septet_app;
grant update (name, purpose, rule, starts, at, minutes, audience, ended_at) on forums_forum to septet_app;
grant update (at_item, until, closed_by, closed_at) on forums_meeting to septet_app;
grant update (left_at) on forums_present to septet_app;
grant update (meeting, place, decision, minutes, phase, phase_since, moves, box_until, outcome, words) on forums_item to septet_app;
grant update (closed_by, closed_at, reached, version) on forums_round to septet_app;
grant update (stance, words, version, said_at) on forums_voice to septet_app;
grant update (resolved, resolved_words, look_on, resolved_by, resolved_at) on forums_objection to septet_app;
grant delete on forums_item to septet_app;
grant select on forums_forum, forums_meeting, forums_present, forums_item, forums_proposal, forums_saying, forums_round, forums_voice,
  forums_objection to septet_jobs;

do $$
declare t text;
begin
  foreach t in array array['forums_forum', 'forums_meeting', 'forums_present', 'forums_item', 'forums_proposal', 'forums_saying',
    'forums_round', 'forums_voice', 'forums_objection'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to septet_jobs using (true)', t || '_by_jobs', t);
    execute format('create policy %I on %I for select to current_user using (true)', t || '_by_walls', t);
  end loop;
end $$;

create policy forums_forum_read on forums_forum for select to septet_app using (
  unit in (select org_mine()) or (audience in (select org_around()) and audience in (select org_above(unit)))
  or id in (select forums_guests())
);
create policy forums_forum_add on forums_forum for insert to septet_app with check (
  created_by = septet_person() and unit in (select org_mine()) and (audience is null or audience in (select org_above(unit)))
);
create policy forums_forum_change on forums_forum for update to septet_app using (unit in (select org_mine()))
  with check (unit in (select org_mine()));
-- Whose unit moved away from those to whom it is opened changes all else still.
create function forums_guard_audience() returns trigger language plpgsql as
$$ begin
  if current_user = 'septet_app' and new.audience is not null and new.audience not in (select org_above(new.unit)) then
    raise exception 'A forum is opened to a unit above.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger forums_forum_audience before update of audience on forums_forum
  for each row when (old.audience is distinct from new.audience) execute function forums_guard_audience();

create policy forums_meeting_read on forums_meeting for select to septet_app
  -- The first two say the same as the third, of one that is only just being begun too.
  using (
    forum in (select forums_own()) or (forum in (select forums_mine()) and audience in (select org_around()))
    or id in (select forums_meetings())
  );
create policy forums_meeting_begin on forums_meeting for insert to septet_app with check (
  forum in (select forums_mine()) and began_by = septet_person() and closed_at is null and at_item is null
  and audience is not distinct from (select f.audience from forums_forum f where f.id = forum)
);
create policy forums_meeting_lead on forums_meeting for update to septet_app
  using (closed_at is null and id in (select forums_open()))
  with check (closed_at is null or (closed_by = septet_person() and forum in (select forums_mine())));

create policy forums_present_read on forums_present for select to septet_app using (meeting in (select forums_meetings()));
create policy forums_present_come on forums_present for insert to septet_app
  with check (person = septet_person() and meeting in (select forums_open()));
create policy forums_present_leave on forums_present for update to septet_app
  using (person = septet_person() and meeting in (select forums_open())) with check (person = septet_person());

create policy forums_item_read on forums_item for select to septet_app using (
  forum in (select forums_own()) or (meeting is null and forum in (select forums_mine()))
  or meeting in (select forums_meetings()) or unit in (select org_mine())
);
-- Who holds the forum can bring in whose matter it is; all others put there what is their own units'.
create policy forums_item_put on forums_item for insert to septet_app with check (
  put_by = septet_person() and phase = 'waiting' and decision is null and forum in (select forums_mine())
  and (meeting is null or meeting in (select forums_open()))
  and (unit is null or unit in (select org_mine()) or forum in (select forums_own()) or forums_carries(carried_from, forum, unit))
  and (carried_from is null or forums_carries(carried_from, forum, unit))
);
create policy forums_item_lead on forums_item for update to septet_app
  using ((meeting is null and forum in (select forums_mine())) or meeting in (select forums_open()))
  with check ((meeting is null and forum in (select forums_mine())) or meeting in (select forums_open()));
create policy forums_item_take_off on forums_item for delete to septet_app
  using (phase = 'waiting' and ((meeting is null and forum in (select forums_mine())) or meeting in (select forums_open())));

create policy forums_proposal_read on forums_proposal for select to septet_app using (item in (select id from forums_item));
create policy forums_proposal_put on forums_proposal for insert to septet_app with check (
  put_by = septet_person() and item in (select id from forums_item where meeting is null or meeting in (select forums_open()))
  and (decision in (select decisions_own()) or forums_carried_proposal(item, decision))
);

create policy forums_saying_read on forums_saying for select to septet_app using (
  meeting in (select forums_meetings())
  and (kind <> 'opinion' or said_by = septet_person() or item in (select forums_spoken()))
);
create policy forums_saying_add on forums_saying for insert to septet_app with check (
  said_by = septet_person() and meeting in (select forums_meetings())
  and (kind = 'remark' or item in (select id from forums_item where meeting = forums_saying.meeting and meeting in (select forums_open())))
);

-- How an objection was resolved stays with the decision, for those whose it is.
create policy forums_round_read on forums_round for select to septet_app
  using (item in (select id from forums_item where meeting is not null) or decision in (select decisions_own()));
create policy forums_round_open on forums_round for insert to septet_app with check (
  opened_by = septet_person() and closed_at is null
  and (item, decision) in (select id, decision from forums_item where id in (select forums_open_items()))
);
create policy forums_round_close on forums_round for update to septet_app
  using (closed_at is null and item in (select forums_open_items()))
  with check (
    closed_at is null
    -- Whose decision it is says that it is reached.
    or (closed_by = septet_person() and (not coalesce(reached, false) or decision in (select decisions_own())))
  );

create policy forums_voice_read on forums_voice for select to septet_app using (round in (select id from forums_round));
create policy forums_voice_give on forums_voice for insert to septet_app
  with check (person = septet_person() and round in (select forums_open_rounds()));
create policy forums_voice_change on forums_voice for update to septet_app
  using (person = septet_person() and round in (select forums_open_rounds())) with check (person = septet_person());

create policy forums_objection_read on forums_objection for select to septet_app using (round in (select id from forums_round));
create policy forums_objection_give on forums_objection for insert to septet_app
  with check (person = septet_person() and resolved is null and round in (select forums_open_rounds()));
-- Nobody's objection is argued away by others: that it is met, only who has it says. Others can only let it stand.
create policy forums_objection_resolve on forums_objection for update to septet_app
  using (resolved is null and round in (select forums_open_rounds()))
  with check (resolved_by = septet_person() and (resolved = 'stays' or person = septet_person()));
