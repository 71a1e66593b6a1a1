-- The library: one search over everything written that one may see. Tables are described in src/core/library/tables.ts.
--
-- Its rows are copies, made by triggers of the tables in which the texts are written, and by nothing else. Who may read a copy is who
-- may read what it is a copy of: `unit` and `person` own it, `reads` reads along, and so do those whom library_reader and library_unit_reader name.
--
-- Row-level security switches the indexes for text off, as their operators could tell of rows that are hidden. So searching is a
-- function that runs as the owner of the tables, and asks the same rule by itself; it gives names of rows and no words. The words are
-- read under row-level security all the same.

create table library_text (
  -- What it is, by the name that its module has for it, and its id there.
  kind text not null check (length(kind) between 1 and 50),
  thing uuid not null,
  -- Those who belong to this unit read it, and this person does. Null: it is nobody's, or not a unit's.
  unit uuid references org_unit (id),
  person text,
  -- Those who are a part of this unit read it too, and where it is `while_above`, only while that stands above `about`.
  audience uuid references org_unit (id),
  while_above boolean not null default false,
  reads uuid,
  -- The unit that it is about, under which it is found.
  about uuid references org_unit (id),
  title text not null,
  body text not null,
  day date not null,
  -- How it stands, in a word of its module: accepted, running, keep.
  state text not null,
  -- What its module needs besides the id to lead to it.
  place text not null,
  title_words tsvector not null,
  words tsvector not null,
  primary key (kind, thing)
) with (toast_tuple_target = 256);
-- Words are read for few of the rows that are counted: kept apart, they leave rows short.
alter table library_text alter column words set storage external, alter column title_words set storage external;
create index library_text_words on library_text using gin (words) with (fastupdate = off);
create index library_text_title on library_text using gin (title_words) with (fastupdate = off);
create index library_text_day on library_text (day desc, kind, thing);
create index library_text_about on library_text (about, day desc);
create index library_text_unit on library_text (unit, day desc);
create index library_text_reads on library_text (reads) where reads is not null;
create index library_text_person on library_text (person) where person is not null;

-- Single persons who may read a text: whose advice is asked, with whom a note is shared.
create table library_reader (
  kind text not null,
  thing uuid not null,
  person text not null references people_person (id) on delete cascade,
  primary key (kind, thing, person)
);
create index library_reader_person on library_reader (person);

-- And units whose people may: whose advice is asked, whom a decision touches.
create table library_unit_reader (
  kind text not null,
  thing uuid not null,
  unit uuid not null references org_unit (id),
  primary key (kind, thing, unit)
);
create index library_unit_reader_unit on library_unit_reader (unit);

-- Every word of four letters and more that some text has, so that a slip of the pen finds what it was meant to be. Nobody reads it, and
-- what it finds is looked for only in what one may see. In how many texts a word stands is counted up to 100, and what is counted
-- down to none is gone: a rare word may be a name.
create table library_word (
  word text primary key,
  texts integer not null,
  -- The word, and what is left of it when one letter is left out; of nine letters and more, also two.
  near text[] not null
);
create index library_word_near on library_word using gin (near) with (fastupdate = off);

-- ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A text without case, accents and punctuation; signs of scripts that know no spaces stand apart. The same on every server, whatever
-- its locale: src/core/library/folded.ts does it again for what is shown, and a test holds both equal.
do $$
declare
  -- Knows all letters also where the database's own locale knows those of ASCII alone; without it (before PostgreSQL 17) that does.
  unicode text := coalesce(
    (select 'collate ' || quote_ident(collname) from pg_collation where collname in ('pg_c_utf8', 'und-x-icu') order by collname limit 1),
    ''
  );
begin
  execute format(
    $create$
    create function library_folded(said text) returns text language sql immutable parallel safe as $fold$
      select trim(regexp_replace(regexp_replace(
        normalize(
          replace(replace(replace(replace(translate(
            regexp_replace(lower(normalize(left(said, 20000), NFKD) %s), '[\u0300-\u036f\u0027\u2019\u02bc\u00ad\u200b-\u200f]+', '', 'g'),
            'øłđħıς', 'oldhiσ'
          ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
          NFKC
        ),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f\ue000-\uf8ff\ufe10-\ufe6f\uff00-\uff20\U0001f000-\U0001faff]+',
        ' ', 'g'
      ), '([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])', ' \1 ', 'g'))
    $fold$
    $create$,
    unicode
  );
end $$;

-- The words of a text as they stand, for phrases and beginnings, and their English stems, which do no harm to other languages.
create function library_words(folded text) returns tsvector language sql immutable parallel safe as
  $$ select to_tsvector('pg_catalog.simple', folded) || strip(to_tsvector('pg_catalog.english', folded)) $$;

-- A word with each of its letters left out in turn, and once more for what is left of long ones.
create function library_near(word text) returns text[] language sql immutable parallel safe as $$
  with once as (
    select overlay(word placing '' from n for 1) as rest from generate_series(1, length(word)) n
  )
  select array(
    select word union select rest from once
    union select overlay(rest placing '' from n for 1) from once, generate_series(1, length(rest)) n where length(word) between 9 and 20
  )
$$;

-- Counts the words that a text has now and had not before, and those that it has no more.
create function library_count_words(now text[], before text[]) returns void
  language plpgsql security definer set search_path = public as $$
declare
  come text[] := array(
    select w from unnest(now) w where length(w) between 4 and 40 and w <> all (before)
      and not exists (select from library_word k where k.word = w and k.texts >= 100)
    order by w
  );
  gone text[] := array(select w from unnest(before) w where length(w) between 4 and 40 and w <> all (now) order by w);
begin
  -- In one order, so that of two who write at once one waits for the other, and never both.
  perform from library_word k where k.word = any (come || gone) and k.texts < 100 order by k.word for update;
  update library_word k set texts = k.texts + 1 where k.word = any (come) and k.texts < 100;
  insert into library_word as k (word, texts, near)
    select w, 1, library_near(w) from unnest(come) w where not exists (select from library_word k where k.word = w) order by w
    on conflict (word) do update set texts = k.texts + 1;
  delete from library_word k where k.word = any (gone) and k.texts = 1;
  update library_word k set texts = k.texts - 1 where k.word = any (gone) and k.texts between 2 and 99;
end $$;

-- ── What other modules' triggers call ───────────────────────────────────────────────────────────────────────────────────

-- Keeps a text as it is now. Without `about` it is found under its unit.
create function library_put(
  kind text, thing uuid, unit uuid, person text, audience uuid, title text, body text, day date, state text,
  about uuid default null, place text default '', while_above boolean default false
) returns void language plpgsql security definer set search_path = public as $$
#variable_conflict use_variable
declare
  old_words text[];
  of_title text := library_folded(left(coalesce(title, ''), 500));
  of_body text := library_folded(coalesce(body, ''));
  of_both tsvector := library_words(of_title || ' ' || of_body);
  found_under uuid := coalesce(about, unit);
  opened uuid := case when not while_above or audience in (select org_above(found_under)) then audience end;
begin
  select tsvector_to_array(t.words) into old_words from library_text t where t.kind = library_put.kind and t.thing = library_put.thing
    for update;
  insert into library_text as t
    (kind, thing, unit, person, audience, while_above, reads, about, title, body, day, state, place, title_words, words)
    values (
      kind, thing, unit, person, audience, while_above, opened, found_under, left(coalesce(title, ''), 500),
      left(coalesce(body, ''), 20000), day, coalesce(state, ''), coalesce(place, ''), library_words(of_title), of_both
    )
    on conflict on constraint library_text_pkey do update set
      unit = excluded.unit, person = excluded.person, audience = excluded.audience, while_above = excluded.while_above,
      reads = excluded.reads, about = excluded.about, title = excluded.title, body = excluded.body, day = excluded.day,
      state = excluded.state, place = excluded.place, title_words = excluded.title_words, words = excluded.words;
  perform library_count_words(tsvector_to_array(of_both), coalesce(old_words, '{}'));
end $$;

-- Forgets a text, with those who were let read it.
create function library_drop(kind text, thing uuid) returns void language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare
  old_words tsvector;
begin
  delete from library_text t where t.kind = library_drop.kind and t.thing = library_drop.thing returning t.words into old_words;
  delete from library_reader r where r.kind = library_drop.kind and r.thing = library_drop.thing;
  delete from library_unit_reader r where r.kind = library_drop.kind and r.thing = library_drop.thing;
  if old_words is not null then perform library_count_words('{}', tsvector_to_array(old_words)); end if;
end $$;

-- Who is being erased is not let read: their name may stand in another column of the same row for a moment still.
create function library_let_read(kind text, thing uuid, person text) returns void
  language sql security definer set search_path = public as $$
  insert into library_reader (kind, thing, person)
    select library_let_read.kind, library_let_read.thing, p.id from people_person p where p.id = library_let_read.person
    on conflict do nothing
$$;

create function library_let_read_no_more(kind text, thing uuid, person text) returns void
  language sql security definer set search_path = public as $$
  delete from library_reader r where r.kind = library_let_read_no_more.kind and r.thing = library_let_read_no_more.thing
    and r.person = library_let_read_no_more.person
$$;

-- The same for the people of a unit.
create function library_let_unit_read(kind text, thing uuid, unit uuid) returns void
  language sql security definer set search_path = public as $$
  insert into library_unit_reader (kind, thing, unit)
    values (library_let_unit_read.kind, library_let_unit_read.thing, library_let_unit_read.unit) on conflict do nothing
$$;

create function library_let_unit_read_no_more(kind text, thing uuid, unit uuid) returns void
  language sql security definer set search_path = public as $$
  delete from library_unit_reader r where r.kind = library_let_unit_read_no_more.kind and r.thing = library_let_unit_read_no_more.thing
    and r.unit = library_let_unit_read_no_more.unit
$$;

-- Nobody calls these: they run as the owner of the tables, for triggers that do.
revoke execute on function library_count_words, library_put, library_drop, library_let_read, library_let_read_no_more,
  library_let_unit_read, library_let_unit_read_no_more from public;

-- The day of a moment, where the organisation is.
create function library_day(at timestamptz) returns date language sql stable security definer set search_path = public as
  $$ select (at at time zone coalesce((select time_zone from org_unit where kind = 'organisation'), 'UTC'))::date $$;

-- Who moves, moves with what they opened: it is read by those above only while they are above.
create function library_moved() returns trigger language plpgsql security definer set search_path = public as $$ begin
  with recursive moved (id) as (
    select new.id union all select u.id from org_unit u join moved on u.parent = moved.id
  )
  update library_text t set reads = case when t.audience in (select org_above(t.about)) then t.audience end
    where t.while_above and t.about in (select id from moved);
  return null;
end $$;
create trigger library_unit_moved after update of parent on org_unit
  for each row when (old.parent is distinct from new.parent) execute function library_moved();

-- ── Searching ───────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What is looked for. Terms are objects: `said`, and whether it is a `phrase` or `not` wanted. A word of three letters and more also finds
-- what begins with it, and its other forms; `nearly` also what is a slip of the pen away. Small English words count where there is
-- nothing else. Null: there is nothing to look for.
create function library_query(terms jsonb, nearly boolean) returns tsquery
  language plpgsql stable security definer set search_path = public as $$
declare
  term record;
  small tsquery;
  wanted tsquery;
  unwanted tsquery;
  one tsquery;
  stem tsquery;
  near text;
begin
  for term in
    select string_to_array(f, ' ') as words, cardinality(string_to_array(f, ' ')) as n, coalesce(said.phrase, false) as phrase,
      coalesce(said."not", false) as unwanted
    from jsonb_to_recordset(terms) as said (said text, phrase boolean, "not" boolean),
      lateral (select regexp_replace(library_folded(left(said.said, 300)), ' +', ' ', 'g') as f) folded
    where f <> '' limit 20
  loop
    select string_agg(quote_literal(w), ' <-> ' order by at)::tsquery into one from unnest(term.words) with ordinality as u (w, at);
    if term.unwanted then
      unwanted := case when unwanted is null then one else unwanted || one end;
    elsif term.phrase or term.n > 1 then
      -- As it is typed, the last word may still be on its way.
      if not term.phrase and length(term.words[term.n]) >= 3 then one := (one::text || ':*')::tsquery; end if;
      wanted := case when wanted is null then one else wanted && one end;
    else
      stem := to_tsquery('pg_catalog.english', quote_literal(term.words[1]));
      if length(term.words[1]) >= 3 then one := (one::text || ':*')::tsquery; end if;
      if numnode(stem) = 0 then
        small := case when small is null then one else small && one end;
      else
        one := one || stem;
        if nearly and length(term.words[1]) between 4 and 40 then
          for near in
            select k.word from library_word k where k.near && library_near_asked(term.words[1])
              order by abs(length(k.word) - length(term.words[1])), k.word limit 50
          loop
            one := one || quote_literal(near)::tsquery;
          end loop;
        end if;
        wanted := case when wanted is null then one else wanted && one end;
      end if;
    end if;
  end loop;
  wanted := coalesce(wanted, small);
  return case when unwanted is null then wanted else wanted && !!unwanted end;
end $$;

-- A word and each of its letters left out, for looking among `near`.
create function library_near_asked(word text) returns text[] language sql immutable parallel safe as
  $$ select array(select word union select overlay(word placing '' from n for 1) from generate_series(1, length(word)) n) $$;

-- What of library_text the asking person may read, as a condition on `t` that indexes serve; $1 are their units, $2 what they are a part
-- of, $3 who they are, $4 what they may read by name. The policy of the table below says the same.
create function library_visible() returns text language sql immutable as $$
  select '(t.unit = any ($1) or t.reads = any ($2) or t.person = $3
    or (t.thing = any ($4) and (exists (select from library_reader r where (r.kind, r.thing, r.person) = (t.kind, t.thing, $3))
      or exists (select from library_unit_reader r where (r.kind, r.thing) = (t.kind, t.thing) and r.unit = any ($1)))))'
$$;

-- What the asking person may read by name.
create function library_named() returns uuid[] language sql stable security definer set search_path = public as
$$
  select array(
    select r.thing from library_reader r where r.person = septet_person() and people_known()
    union
    select r.thing from library_unit_reader r where r.unit in (select org_mine())
  )
$$;

-- What of all that the asking person may read has these words: `hits` is one page, `counts` says how many of each kind there are. First
-- what has them in its title, then in its text, then what has them nearly, where there are few; each the newest first. Where there are
-- more than 1,000 nobody counts: `counts` is null, and the newest come first. Without words, all of it. `asked` has `limit` and, where
-- they are wanted, `kind`, `within` (a unit, with all below it), `state`, `since`, `until`, and `after` (the last of the page before).
create function library_search(terms jsonb, asked jsonb) returns table (hits jsonb, counts jsonb)
  language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  mine uuid[] := array(select org_mine());
  around uuid[] := array(select org_around());
  me text := septet_person();
  named uuid[] := library_named();
  q tsquery := library_query(terms, false);
  nearly tsquery;
  below uuid[];
  has_words text := case when q is null then 'true' else 't.words @@ $5' end;
  -- What is asked for of `t`, in the order of the columns that an index has.
  filters text := library_visible();
  of_kind text := case when asked ->> 'kind' is null then 'true' else 't.kind = $8 ->> ''kind''' end;
  -- Two indexes say in which rows the words are, without reading the words.
  counted constant text := $search$
    with matches as materialized (select t.kind, t.thing, t.day from library_text t where %1$s and %2$s limit 1001),
    titled as (select t.kind, t.thing from library_text t where %1$s and t.title_words @@ $5 limit 1001),
    ranked as (
      select m.kind, m.thing, m.day, %3$s as tier from matches m left join titled on titled.kind = m.kind and titled.thing = m.thing %4$s
      where $8 ->> 'kind' is null or m.kind = $8 ->> 'kind'
    ),
    page as (
      select * from ranked m
      where $8 -> 'after' is null
        or (m.tier, ($8 #>> '{after,day}')::date - m.day, m.kind, m.thing)
          > (($8 #>> '{after,tier}')::int, 0, $8 #>> '{after,kind}', ($8 #>> '{after,thing}')::uuid)
      order by m.tier, m.day desc, m.kind, m.thing limit least(($8 ->> 'limit')::int, 101)
    )
    select coalesce((select jsonb_agg(to_jsonb(p) order by p.tier, p.day desc, p.kind, p.thing) from page p), '[]'),
      coalesce((select jsonb_object_agg(c.kind, c.n) from (select m.kind, count(*) as n from matches m group by m.kind) c), '{}'),
      (select count(*) from matches)
  $search$;
  newest constant text := $search$
    select coalesce(jsonb_agg(to_jsonb(p) order by p.day desc, p.kind, p.thing), '[]') from (
      select t.kind, t.thing, t.day, 1 as tier from library_text t
      where %1$s and %2$s and ($8 -> 'after' is null or (t.day <= ($8 #>> '{after,day}')::date and (
        t.day < ($8 #>> '{after,day}')::date or (t.kind, t.thing) > ($8 #>> '{after,kind}', ($8 #>> '{after,thing}')::uuid)
      )))
      order by t.day desc, t.kind, t.thing limit least(($8 ->> 'limit')::int, 101)
    ) p
  $search$;
  found_in constant text := case when q is null then '1' else 'case when titled.thing is null then 1 else 0 end' end;
  n bigint;
begin
  hits := '[]';
  counts := '{}';
  if q is null and jsonb_array_length(terms) > 0 then return next; return; end if;
  if asked -> 'kinds' is not null then filters := filters || ' and t.kind = any (array(select jsonb_array_elements_text($8 -> ''kinds'')))'; end if;
  if asked ->> 'within' is not null then
    below := array(
      with recursive b (id) as (
        select (asked ->> 'within')::uuid union all select u.id from org_unit u join b on u.parent = b.id
      )
      select id from b
    );
    filters := filters || ' and t.about = any ($7)';
  end if;
  if asked ->> 'state' is not null then filters := filters || ' and t.state = $8 ->> ''state'''; end if;
  if asked ->> 'since' is not null then filters := filters || ' and t.day >= ($8 ->> ''since'')::date'; end if;
  if asked ->> 'until' is not null then filters := filters || ' and t.day <= ($8 ->> ''until'')::date'; end if;

  execute format(counted, filters, has_words, found_in, '') into hits, counts, n using mine, around, me, named, q, nearly, below, asked;
  if n > 1000 and asked ->> 'kind' is not null then
    execute format(counted, filters || ' and ' || of_kind, has_words, found_in, '') into hits, counts, n
      using mine, around, me, named, q, nearly, below, asked;
    counts := null;
  end if;
  if n > 1000 then
    execute format(newest, filters || ' and ' || of_kind, has_words) into hits using mine, around, me, named, q, nearly, below, asked;
    counts := null;
  end if;
  if n < 5 and q is not null then
    nearly := library_query(terms, true);
    if nearly <> q then
      execute format(
        counted, filters, 't.words @@ $6', 'case when titled.thing is not null then 0 when t.words @@ $5 then 1 else 2 end',
        'join library_text t on t.kind = m.kind and t.thing = m.thing'
      ) into hits, counts, n using mine, around, me, named, q, nearly, below, asked;
      if n > 1000 then counts := null; end if;
    end if;
  end if;
  return next;
end $$;

-- Near ones of what the asking person may read, by what stands in their titles: `alike` is the share of words that both have (Dice), or
-- the share of the other's title that stands in this title and body. The nearest first, at most 100.
create function library_similar(title text, body text, kinds text[], besides uuid) returns table (kind text, thing uuid, alike real)
  language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  mine uuid[] := array(select org_mine());
  around uuid[] := array(select org_around());
  me text := septet_person();
  named uuid[] := library_named();
  of_title text[] := tsvector_to_array(to_tsvector('pg_catalog.english', library_folded(left(title, 300))));
  of_both text[] := of_title || tsvector_to_array(to_tsvector('pg_catalog.english', library_folded(left(body, 5000))));
  -- The longest words say most. Any two of them are asked for; the one, where there is no other.
  longest text[] := array(select w from unnest(of_title) w where length(w) >= 2 order by length(w) desc, w limit 8);
  q tsquery;
begin
  if cardinality(longest) = 0 then return; end if;
  select coalesce(
      string_agg(format('(%s & %s)', quote_literal(a.w), quote_literal(b.w)), ' | '), quote_literal(longest[1])
    )::tsquery into q
    from unnest(longest) with ordinality as a (w, n) join unnest(longest) with ordinality as b (w, n) on a.n < b.n;
  return query execute format(
    $similar$
    with near as (
      select t.kind, t.thing, t.day, array(
        select unnest(tsvector_to_array(to_tsvector('pg_catalog.english', library_folded(t.title))))
      ) as stems
      from library_text t where t.title_words @@ $5 and %s and t.kind = any ($6) and t.thing is distinct from $7
      order by t.day desc limit 500
    ),
    measured as (
      select n.kind, n.thing, n.day, cardinality(n.stems) as n,
        (select count(*) from unnest(n.stems) s where s = any ($8)) as shared,
        (select count(*) from unnest(n.stems) s where s = any ($9)) as told
      from near n
    )
    select m.kind, m.thing, greatest(2.0 * m.shared / (m.n + cardinality($8)), case when m.n >= 3 then 0.9 * m.told / m.n else 0 end)::real
    from measured m
    where 2.0 * m.shared / (m.n + cardinality($8)) >= 0.5 or (m.n >= 3 and 1.0 * m.told / m.n >= 0.75)
    order by 3 desc, m.day desc, m.thing limit 100
    $similar$,
    library_visible()
  ) using mine, around, me, named, q, kinds, besides, of_title, of_both;
end $$;

revoke execute on function library_query from public;

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

grant select on library_text, library_reader, library_unit_reader to septet_app;

do $$
declare t text;
begin
  foreach t in array array['library_text', 'library_reader', 'library_unit_reader', 'library_word'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to current_user using (true) with check (true)', t || '_by_walls', t);
  end loop;
  -- What the triggers below read, as the owner of the tables.
  foreach t in array array['loops_experiment', 'loops_conclusion', 'notes_note'] loop
    execute format('create policy %I on %I for select to current_user using (true)', t || '_by_walls', t);
  end loop;
end $$;

create policy library_text_read on library_text for select to septet_app using (
  unit in (select org_mine()) or reads in (select org_around()) or person = septet_person()
  or (
    (select people_known())
    and (kind, thing) in (select r.kind, r.thing from library_reader r where r.person = septet_person())
  )
  or (kind, thing) in (select r.kind, r.thing from library_unit_reader r where r.unit in (select org_mine()))
);
create policy library_unit_reader_read on library_unit_reader for select to septet_app using (unit in (select org_mine()));
create policy library_reader_read on library_reader for select to septet_app using (person = septet_person());

-- ── What is written so far ──────────────────────────────────────────────────────────────────────────────────────────────

-- An experiment, or a look back: of its unit, or of its person alone.
create function library_put_experiment(it loops_experiment) returns void
  language sql security definer set search_path = public as $$
  select library_put(
    'experiment', it.id, it.unit, it.person, null, it.title, it.why, it.begins,
    coalesce(
      (select c.ends from loops_conclusion c where c.experiment = it.id order by c.concluded_at desc, c.id desc limit 1), 'running'
    ),
    it.about
  )
$$;
-- What was concluded of it, in the words that were found for it; of those who see the experiment.
create function library_put_conclusion(it loops_conclusion) returns void
  language sql security definer set search_path = public as $$
  select library_put(
    'conclusion', it.id, e.unit, e.person, null, e.title, it.words, library_day(it.concluded_at), it.ends, e.about, e.id::text
  )
  from loops_experiment e where e.id = it.experiment and it.words <> ''
$$;
-- A note beside a chart: its author's, with whom they share it.
create function library_put_note(it notes_note) returns void language sql security definer set search_path = public as $$
  select library_put(
    'note', it.id, null, it.author, case it.visibility when 'team' then it.unit else it.audience end, '', it.text, it.day, '', it.unit,
    it.measure
  );
  delete from library_reader r where r.kind = 'note' and r.thing = it.id and r.person is distinct from it.partner;
  select library_let_read('note', it.id, it.partner) where it.partner is not null;
$$;
-- A unit's sentences: its own, and the one that holds is read by those whom it is opened to while they stand above.
create function library_put_purposes(of uuid) returns void language sql security definer set search_path = public as $$
  select library_put(
    'purpose', p.id, p.unit, null, case when p.place = 1 then a.audience end, p.sentence, '', library_day(p.written_at),
    case when p.place = 1 then 'holds' else 'earlier' end, p.unit, '', true
  )
  from (
    select *, row_number() over (order by nth desc) as place from impact_purpose where unit = library_put_purposes.of
    order by nth desc limit 2
  ) p
  left join impact_audience a on a.unit = p.unit
$$;
revoke execute on function library_put_experiment, library_put_conclusion, library_put_note, library_put_purposes from public;

create function library_experiment() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if tg_op = 'DELETE' then perform library_drop('experiment', old.id); return null; end if;
  perform library_put_experiment(new);
  if tg_op = 'UPDATE' then
    perform library_put_conclusion(c) from loops_conclusion c where c.experiment = new.id;
  end if;
  return null;
end $$;
create trigger library_experiment after insert or delete or update of unit, person, about, title, why, begins on loops_experiment
  for each row execute function library_experiment();

create function library_conclusion() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if tg_op = 'DELETE' then perform library_drop('conclusion', old.id); return null; end if;
  if new.words = '' then perform library_drop('conclusion', new.id); else perform library_put_conclusion(new); end if;
  perform library_put_experiment(e) from loops_experiment e where e.id = new.experiment;
  return null;
end $$;
create trigger library_conclusion after insert or delete or update of experiment, ends, words, concluded_at on loops_conclusion
  for each row execute function library_conclusion();

create function library_note() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if tg_op = 'DELETE' then perform library_drop('note', old.id); else perform library_put_note(new); end if;
  return null;
end $$;
create trigger library_note after insert or delete or update on notes_note for each row execute function library_note();

create function library_purpose() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if tg_op = 'DELETE' then perform library_drop('purpose', old.id); end if;
  perform library_put_purposes(coalesce(new.unit, old.unit));
  return null;
end $$;
create trigger library_purpose after insert or delete or update of unit, sentence, written_at on impact_purpose
  for each row execute function library_purpose();

create function library_audience() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform library_put_purposes(coalesce(new.unit, old.unit));
  return null;
end $$;
create trigger library_audience after insert or delete or update on impact_audience
  for each row execute function library_audience();

-- What was written before there was a library.
select library_put_experiment(e) from loops_experiment e;
select library_put_conclusion(c) from loops_conclusion c;
select library_put_note(n) from notes_note n;
select library_put(
  'purpose', p.id, p.unit, null, case when p.place = 1 then a.audience end, p.sentence, '', library_day(p.written_at),
  case when p.place = 1 then 'holds' else 'earlier' end, p.unit, '', true
)
from (select *, row_number() over (partition by unit order by nth desc) as place from impact_purpose) p
left join impact_audience a on a.unit = p.unit;
