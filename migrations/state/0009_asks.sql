-- What teams ask of leaders and of other teams, and what came back; and what is in a team's way.
-- Tables are described in src/areas/advocacy/tables.ts and src/areas/delivery/tables.ts.
--
-- An ask has two sides: those who belong to the unit that asks, and the person, or those who belong to the unit, that is asked.
-- Nobody else sees it: no leader in between, and nobody for running the installation. What was said stays as it was said; how an
-- ask stands is read from that.

create table advocacy_ask (
  id uuid primary key default gen_random_uuid(),
  from_unit uuid not null references org_unit (id),
  -- One of the two. A person who is gone leaves neither.
  to_person text references people_person (id) on delete set null,
  to_unit uuid references org_unit (id),
  title text not null check (length(title) between 1 and 200),
  why text not null default '' check (length(why) <= 4000),
  matters_by date,
  asked_by text references people_person (id) on delete set null,
  asked_at timestamptz not null,
  check (num_nonnulls(to_person, to_unit) <= 1)
);
create index advocacy_ask_from on advocacy_ask (from_unit);
create index advocacy_ask_to_person on advocacy_ask (to_person);
create index advocacy_ask_to_unit on advocacy_ask (to_unit);

-- The turn of a loop that an ask came from. It is apart, as those who are asked do not see it.
create table advocacy_origin (
  ask uuid primary key references advocacy_ask (id) on delete cascade,
  loop uuid not null references loops_loop (id) on delete cascade,
  due date not null
);

-- What was said of an ask, in its order: it only grows.
create table advocacy_step (
  ask uuid not null references advocacy_ask (id) on delete cascade,
  -- From 1 on, so that the second of two who say something at once finds the place taken.
  n integer not null check (n >= 1),
  side text not null check (side in ('asking', 'asked')),
  kind text not null,
  words text not null default '' check (length(words) <= 4000),
  -- Of a yes: by when.
  by_when date,
  -- Where it was carried, if that is a unit here; it sees nothing of the ask for that.
  to_unit uuid references org_unit (id),
  helped text check (helped in ('yes', 'partly', 'no')),
  said_by text references people_person (id) on delete set null,
  said_at timestamptz not null,
  primary key (ask, n),
  check (
    case side
      when 'asking' then kind in ('helped', 'withdrawn', 'words')
      else kind in ('acknowledged', 'yes', 'no', 'carried', 'came-back', 'done', 'words')
    end
  ),
  check ((kind = 'helped') = (helped is not null)),
  check (by_when is null or kind = 'yes'),
  check (to_unit is null or kind = 'carried'),
  check (words <> '' or to_unit is not null or kind not in ('no', 'carried', 'came-back', 'words'))
);

-- A line on what is in a team's way, until it is gone.
create table delivery_impediment (
  id uuid primary key default gen_random_uuid(),
  unit uuid not null references org_unit (id),
  text text not null check (length(text) between 1 and 300),
  said_by text references people_person (id) on delete set null,
  said_at timestamptz not null,
  gone_at timestamptz,
  gone_words text not null default '' check (length(gone_words) <= 1000),
  check (gone_at is not null or gone_words = '')
);
create index delivery_impediment_unit on delivery_impediment (unit, said_at);

-- What was begun because of it, by the name that its module has for it.
create table delivery_begun (
  impediment uuid not null references delivery_impediment (id) on delete cascade,
  kind text not null check (kind in ('ask', 'experiment')),
  thing uuid not null,
  at timestamptz not null,
  primary key (impediment, kind, thing)
);

-- Who can be asked by name: whoever leads a unit above one, today, with the units that they lead.
create function advocacy_leads(unit uuid) returns table (person text, leads uuid)
  language sql stable set search_path = public as $$
  select m.person, m.unit from org_membership m
    join people_person p on p.id = m.person and p.archived_at is null
    where m.role = 'lead' and m.unit <> advocacy_leads.unit and m.unit in (select org_above(advocacy_leads.unit))
      and daterange(m."from", m.until) @> org_today()
$$;

-- The same by an e-mail address, for those who belong to the unit: who knows the address of a leader may write to it.
create function advocacy_lead_at(unit uuid, email text) returns text
  language sql stable security definer set search_path = public as $$
  select c.person from people_contact c
    where lower(c.email) = lower(advocacy_lead_at.email) and advocacy_lead_at.unit in (select org_mine())
      and c.person in (select person from advocacy_leads(advocacy_lead_at.unit))
$$;
create policy people_contact_by_walls on people_contact for select to current_user using (true);

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select, insert on advocacy_ask, advocacy_origin, advocacy_step, delivery_impediment, delivery_begun to septet_app;
grant update (gone_at, gone_words) on delivery_impediment to septet_app;
-- For the archive of somebody who has left: what they wrote is held about them still.
grant select on advocacy_ask, advocacy_step, delivery_impediment to septet_jobs;

do $$
declare t text;
begin
  foreach t in array array['advocacy_ask', 'advocacy_origin', 'advocacy_step', 'delivery_impediment', 'delivery_begun'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['advocacy_ask', 'advocacy_step', 'delivery_impediment'] loop
    execute format('create policy %I on %I for select to septet_jobs using (true)', t || '_by_jobs', t);
  end loop;
end $$;

create policy advocacy_ask_read on advocacy_ask for select to septet_app using (
  from_unit in (select org_mine()) or to_unit in (select org_mine())
  or (to_person = septet_person() and (select people_known()))
);
-- Upward or sideways: a unit that does not stand below, or somebody who leads one that stands above.
create policy advocacy_ask_add on advocacy_ask for insert to septet_app with check (
  asked_by = septet_person() and from_unit in (select org_mine()) and num_nonnulls(to_person, to_unit) = 1
  and (to_unit is null or from_unit not in (select org_above(to_unit)))
  and (to_person is null or to_person in (select person from advocacy_leads(from_unit)))
);

create policy advocacy_origin_read on advocacy_origin for select to septet_app using (
  ask in (select id from advocacy_ask where from_unit in (select org_mine())) and loop in (select loops_own())
);
create policy advocacy_origin_add on advocacy_origin for insert to septet_app with check (
  ask in (select id from advocacy_ask where asked_by = septet_person()) and loop in (select loops_own())
);

create policy advocacy_step_read on advocacy_step for select to septet_app using (ask in (select id from advocacy_ask));
create policy advocacy_step_add on advocacy_step for insert to septet_app with check (
  said_by = septet_person()
  and ask in (
    select a.id from advocacy_ask a
    where case advocacy_step.side
      when 'asking' then a.from_unit in (select org_mine())
      else a.to_person = septet_person() or a.to_unit in (select org_mine())
    end
  )
);

create policy delivery_impediment_read on delivery_impediment for select to septet_app using (unit in (select org_mine()));
create policy delivery_impediment_add on delivery_impediment for insert to septet_app
  with check (said_by = septet_person() and unit in (select org_mine()) and gone_at is null);
-- What is gone stays as it is.
create policy delivery_impediment_end on delivery_impediment for update to septet_app
  using (unit in (select org_mine()) and gone_at is null) with check (unit in (select org_mine()));
create policy delivery_begun_read on delivery_begun for select to septet_app
  using (impediment in (select id from delivery_impediment));
create policy delivery_begun_add on delivery_begun for insert to septet_app
  with check (impediment in (select id from delivery_impediment));
