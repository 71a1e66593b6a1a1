-- The log of facts, immutable: `source`, `type` and `id` together name an event, and the same three are the same event.
create table if not exists events_event (
  source LowCardinality(String),
  type LowCardinality(String),
  id String,
  component LowCardinality(String),
  subject String,
  at DateTime64(3, 'UTC'),
  received_at DateTime64(3, 'UTC') default now64(3, 'UTC'),
  content String codec(ZSTD)
)
engine = ReplacingMergeTree
order by (source, type, id);

-- What follows is made from the log by materialised views, of idempotent aggregates alone (min, max, the set of all):
-- duplicates, replays and late events never count twice. `reading` is 0 where a source has no readings.
-- Tables named `…_fact` hold all readings; the views without that ending hold what counts, and are what queries read.
-- The year 2299 stands for "not known": nullable columns are slow.

-- The newest finished reading of each component: what other readings said does not count.
create table if not exists events_reading (
  component LowCardinality(String),
  reading SimpleAggregateFunction(max, UInt64)
)
engine = AggregatingMergeTree
order by component;

create materialized view if not exists events_reading_from_read to events_reading as
select component, JSONExtractUInt(content, 'reading') as reading
from events_event
where type = 'dev.cdeventsx.septet-repository.read.0.1.0';

-- One component: where its changes and deployments begin, and when the newest fact came.
create table if not exists events_component_fact (
  component LowCardinality(String),
  reading UInt64,
  first_change_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')),
  first_deployment_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')),
  received_at SimpleAggregateFunction(max, DateTime64(3, 'UTC'))
)
engine = AggregatingMergeTree
order by (component, reading);

create materialized view if not exists events_component_from_facts to events_component_fact as
with toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known
select
  component,
  JSONExtractUInt(content, 'reading') as reading,
  if(type = 'dev.cdevents.change.merged.0.2.0' and toUnixTimestamp64Milli(at) > 0, at, not_known) as first_change_at,
  if(type = 'dev.cdevents.service.deployed.0.2.0', at, not_known) as first_deployment_at,
  received_at
from events_event;

create view if not exists events_component as
with toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known
select
  component,
  nullIf(first_change_at, not_known) as first_change_at,
  nullIf(first_deployment_at, not_known) as first_deployment_at,
  received_at
from events_component_fact final
where reading = 0 or (component, reading) in (select component, reading from events_reading final);

-- One change (a commit that is no merge), with its earliest delivery: two kinds of event meet in one row, so that no
-- query has to join them.
create table if not exists events_change_fact (
  component LowCardinality(String),
  reading UInt64,
  id String,
  -- 1 once the change itself has come, and not only its delivery.
  known SimpleAggregateFunction(max, UInt8) default 0,
  title SimpleAggregateFunction(max, String) default '',
  committed_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) default toDateTime64('2299-12-31 00:00:00', 3, 'UTC'),
  authored_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) default toDateTime64('2299-12-31 00:00:00', 3, 'UTC'),
  merged_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) default toDateTime64('2299-12-31 00:00:00', 3, 'UTC'),
  authors SimpleAggregateFunction(groupUniqArrayArray, Array(String)) default [],
  lines_added SimpleAggregateFunction(max, Int64) default -1,
  lines_removed SimpleAggregateFunction(max, Int64) default -1,
  reverts SimpleAggregateFunction(groupUniqArrayArray, Array(String)) default [],
  by_host SimpleAggregateFunction(max, UInt8) default 0,
  problem SimpleAggregateFunction(max, Enum8('' = 0, 'date-absurd' = 1)) default '',
  -- The earliest delivery: milliseconds times two, plus one where it is the baseline; so both come from the same one.
  delivered SimpleAggregateFunction(min, UInt64) default 18446744073709551615,
  -- The earliest delivery again, as text that sorts by time and ends in the deployment's id. Not a tuple: the engine reads
  -- `tuple.part` under `final` without its aggregate.
  delivery SimpleAggregateFunction(min, String) default '~'
)
engine = AggregatingMergeTree
order by (component, reading, id);

create materialized view if not exists events_change_from_merged to events_change_fact as
with
  toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known,
  JSONExtract(content, 'Tuple(
  reading UInt64, title String, authoredAt Nullable(Int64), mergedAt Nullable(Int64), authors Array(String),
  linesAdded Nullable(Int64), linesRemoved Nullable(Int64), reverts Array(String), byHost Bool, problem String
)') as said
select
  component,
  said.reading as reading,
  subject as id,
  1 as known,
  said.title as title,
  at as committed_at,
  ifNull(fromUnixTimestamp64Milli(said.authoredAt, 'UTC'), not_known) as authored_at,
  ifNull(fromUnixTimestamp64Milli(said.mergedAt, 'UTC'), not_known) as merged_at,
  said.authors as authors,
  ifNull(said.linesAdded, -1) as lines_added,
  ifNull(said.linesRemoved, -1) as lines_removed,
  said.reverts as reverts,
  said.byHost as by_host,
  said.problem as problem
from events_event
where type = 'dev.cdevents.change.merged.0.2.0';

create materialized view if not exists events_change_from_delivered to events_change_fact as
with JSONExtract(content, 'Tuple(reading UInt64, deployment String, baseline Bool)') as said
select
  component,
  said.reading as reading,
  subject as id,
  toUInt64(2 * greatest(toUnixTimestamp64Milli(at), 0) + said.baseline) as delivered,
  concat(leftPad(toString(greatest(toUnixTimestamp64Milli(at), 0)), 14, '0'), ' ', said.deployment) as delivery
from events_event
where type = 'dev.cdeventsx.septet-change.delivered.0.1.0';

create view if not exists events_change as
with toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known
select
  component, id, title, committed_at,
  nullIf(authored_at, not_known) as authored_at,
  nullIf(merged_at, not_known) as merged_at,
  authors,
  nullIf(lines_added, -1) as lines_added,
  nullIf(lines_removed, -1) as lines_removed,
  reverts, by_host, problem,
  fact.delivered < 18446744073709551615 as delivered,
  fromUnixTimestamp64Milli(toInt64(intDiv(fact.delivered, 2)), 'UTC') as delivered_at,
  fact.delivered % 2 = 1 as baseline,
  substring(delivery, 16) as deployment
from events_change_fact as fact final
where known and (reading = 0 or (component, reading) in (select component, reading from events_reading final));

-- One deployment to production.
create table if not exists events_deployment_fact (
  component LowCardinality(String),
  reading UInt64,
  id String,
  at SimpleAggregateFunction(min, DateTime64(3, 'UTC')),
  names SimpleAggregateFunction(groupUniqArrayArray, Array(String)),
  baseline SimpleAggregateFunction(max, UInt8),
  cause SimpleAggregateFunction(max, Enum8('planned' = 0, 'fix' = 1, 'rollback' = 2)),
  mends SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(deployment String, because String))),
  changes SimpleAggregateFunction(max, UInt64)
)
engine = AggregatingMergeTree
order by (component, reading, id);

create materialized view if not exists events_deployment_from_deployed to events_deployment_fact as
with JSONExtract(content, 'Tuple(
  reading UInt64, names Array(String), baseline Bool, cause String, mends Array(Tuple(deployment String, because String)), changes UInt64
)') as said
select
  component,
  said.reading as reading,
  subject as id,
  at,
  said.names as names,
  said.baseline as baseline,
  said.cause as cause,
  said.mends as mends,
  said.changes as changes
from events_event
where type = 'dev.cdevents.service.deployed.0.2.0';

create view if not exists events_deployment as
select component, id, at, arrayStringConcat(arraySort(names), ', ') as name, baseline, cause, arraySort(mends) as mends, changes
from events_deployment_fact final
where reading = 0 or (component, reading) in (select component, reading from events_reading final);

-- One deployment that failed: it is never stored, but derived from the later deployments that mend it. The first one counts.
create view if not exists events_failure as
select
  component,
  mend.deployment as deployment,
  min(at) as mended_at,
  argMin((id, name, mend.because), (at, id)) as first_mend,
  first_mend.1 as mended_by,
  first_mend.2 as mended_by_name,
  first_mend.3 as because
from (select component, id, at, name, arrayJoin(mends) as mend from events_deployment)
group by component, deployment;
