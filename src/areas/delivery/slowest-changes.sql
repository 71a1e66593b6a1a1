-- One row: one of the five changes that waited longest from commit to deployment, with the moments of its way to the user;
-- null where one is not known. What was live at once did not wait; what counts for several components is told once, as first delivered.
select
  component, id, title,
  toFloat64(toUnixTimestamp64Milli(authored_at)) as authoredAt,
  toFloat64(toUnixTimestamp64Milli(committed_at)) as committedAt,
  toFloat64(toUnixTimestamp64Milli(merged_at)) as mergedAt,
  toFloat64(toUnixTimestamp64Milli(delivered_at)) as deployedAt,
  deployment
from (
  select component, source, id, title, authored_at, committed_at, merged_at, delivered_at, deployment
  from events_change
  where component in {components:Array(String)}
    and delivered and not baseline and problem = '' and committed_at < delivered_at
    and (
      component in {always:Array(String)}
      or arrayExists(
        (moved, since, until) -> moved = component
          and toUnixTimestamp64Milli(delivered_at) >= since and toUnixTimestamp64Milli(delivered_at) < until,
        {moved:Array(String)}, {movedFrom:Array(Int64)}, {movedUntil:Array(Int64)}
      )
    )
    and delivered_at >= {from:DateTime64(3, 'UTC')} and delivered_at < {until:DateTime64(3, 'UTC')}
  order by delivered_at, component
  limit 1 by source, id
)
order by delivered_at - committed_at desc, component, id
limit 5
