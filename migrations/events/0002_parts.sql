-- A part of a repository is a component of its own, and its facts say of which repository: `repository` is '' where the
-- component is the repository itself. Readings are the repository's, so its parts switch to a new one together with it, at once.
-- New in the keys, as parts of two repositories may have had one name after the other.

alter table events_component_fact add column if not exists repository LowCardinality(String), modify order by (component, reading, repository);

alter table events_change_fact add column if not exists repository LowCardinality(String), modify order by (component, reading, id, repository);

alter table events_deployment_fact
  add column if not exists repository LowCardinality(String),
  -- The component's own rule for what is live; '' where it has its repository's.
  add column if not exists rule SimpleAggregateFunction(max, String),
  -- For which components of the repository its changes count, and how many for just these.
  add column if not exists shared SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(components Array(String), changes UInt64))),
  modify order by (component, reading, id, repository);

drop view if exists events_reading_from_read;

create materialized view if not exists events_reading_from_read to events_reading as
select component, JSONExtractUInt(content, 'reading') as reading
from events_event
where type = 'dev.cdeventsx.septet-repository.read.0.1.0' and not JSONHas(content, 'repository');

drop view if exists events_component_from_facts;

create materialized view if not exists events_component_from_facts to events_component_fact as
with
  toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known,
  JSONExtract(content, 'liveSince', 'Nullable(Int64)') as live_since
select
  component,
  JSONExtractUInt(content, 'reading') as reading,
  JSONExtractString(content, 'repository') as repository,
  if(type = 'dev.cdevents.change.merged.0.2.0' and toUnixTimestamp64Milli(at) > 0, at, not_known) as first_change_at,
  multiIf(
    type = 'dev.cdevents.service.deployed.0.2.0', at,
    -- What is live of a part is known from when it is known of its repository.
    type = 'dev.cdeventsx.septet-repository.read.0.1.0' and live_since is not null, fromUnixTimestamp64Milli(ifNull(live_since, 0), 'UTC'),
    not_known
  ) as first_deployment_at,
  received_at
from events_event;

create or replace view events_component as
with toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known
select
  component,
  if(fact.repository = '', component, fact.repository) as repository,
  nullIf(first_change_at, not_known) as first_change_at,
  nullIf(first_deployment_at, not_known) as first_deployment_at,
  received_at
from events_component_fact as fact final
where reading = 0 or (if(fact.repository = '', component, fact.repository), reading) in (select component, reading from events_reading final);

drop view if exists events_change_from_merged;

create materialized view if not exists events_change_from_merged to events_change_fact as
with
  toDateTime64('2299-12-31 00:00:00', 3, 'UTC') as not_known,
  JSONExtract(content, 'Tuple(
  reading UInt64, repository String, title String, authoredAt Nullable(Int64), mergedAt Nullable(Int64), authors Array(String),
  linesAdded Nullable(Int64), linesRemoved Nullable(Int64), reverts Array(String), byHost Bool, problem String
)') as said
select
  component,
  said.reading as reading,
  said.repository as repository,
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

drop view if exists events_change_from_delivered;

create materialized view if not exists events_change_from_delivered to events_change_fact as
with JSONExtract(content, 'Tuple(reading UInt64, repository String, deployment String, baseline Bool)') as said
select
  component,
  said.reading as reading,
  said.repository as repository,
  subject as id,
  toUInt64(2 * greatest(toUnixTimestamp64Milli(at), 0) + said.baseline) as delivered,
  concat(leftPad(toString(greatest(toUnixTimestamp64Milli(at), 0)), 14, '0'), ' ', said.deployment) as delivery
from events_event
where type = 'dev.cdeventsx.septet-change.delivered.0.1.0';

-- `source` and `id` together name one thing, which may count for several components.
create or replace view events_change as
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
  substring(delivery, 16) as deployment,
  if(repository = '', component, repository) as source
from events_change_fact as fact final
where known and (reading = 0 or (if(repository = '', component, repository), reading) in (select component, reading from events_reading final));

drop view if exists events_deployment_from_deployed;

create materialized view if not exists events_deployment_from_deployed to events_deployment_fact as
with JSONExtract(content, 'Tuple(
  reading UInt64, repository String, names Array(String), baseline Bool, cause String, mends Array(Tuple(deployment String, because String)),
  changes UInt64, rule String, shared Array(Tuple(components Array(String), changes UInt64))
)') as said
select
  component,
  said.reading as reading,
  said.repository as repository,
  subject as id,
  at,
  said.names as names,
  said.baseline as baseline,
  said.cause as cause,
  said.mends as mends,
  said.changes as changes,
  said.rule as rule,
  said.shared as shared
from events_event
where type = 'dev.cdevents.service.deployed.0.2.0';

create or replace view events_deployment as
select
  component, id, at, arrayStringConcat(arraySort(names), ', ') as name, baseline, cause, arraySort(mends) as mends, changes, shared,
  concat(if(repository = '', component, repository), if(rule = '', '', ' '), rule) as source
from events_deployment_fact final
where reading = 0 or (if(repository = '', component, repository), reading) in (select component, reading from events_reading final);
