-- What a unit shows of how its decisions went: a copy of its figures with its own words, for those to whom it opens them. The decisions
-- behind stay with the unit. The table is described in src/areas/decisions/tables.ts.

create table decisions_shown (
  unit uuid primary key references org_unit (id),
  audience uuid not null references org_unit (id),
  annotation text not null default '' check (length(annotation) <= 500),
  -- As they were counted on that day, as somebody of the unit.
  figures jsonb not null,
  counted_on date not null,
  -- When it was last tried to count them anew.
  tried_on date not null,
  opened_at timestamptz not null
);
create index decisions_shown_audience on decisions_shown (audience);

grant select, insert, delete, update (audience, annotation, figures, counted_on, tried_on, opened_at) on decisions_shown to septet_app;
grant select, update (figures, counted_on, tried_on) on decisions_shown to septet_jobs;
alter table decisions_shown enable row level security;
alter table decisions_shown force row level security;
create policy decisions_shown_read on decisions_shown for select to septet_app using (
  unit in (select org_mine()) or (audience in (select org_around()) and audience in (select org_above(unit)))
);
create policy decisions_shown_open on decisions_shown for insert to septet_app
  with check (unit in (select org_mine()) and audience in (select org_above(unit)));
create policy decisions_shown_change on decisions_shown for update to septet_app
  using (unit in (select org_mine())) with check (unit in (select org_mine()) and audience in (select org_above(unit)));
create policy decisions_shown_take_back on decisions_shown for delete to septet_app using (unit in (select org_mine()));
create policy decisions_shown_by_jobs on decisions_shown to septet_jobs using (true) with check (true);
