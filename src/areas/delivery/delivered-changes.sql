-- One row: a delivered change, with the moments of its way to the user; null where one is not known.
select
  component, id, title,
  toFloat64(toUnixTimestamp64Milli(authored_at)) as authoredAt,
  toFloat64(toUnixTimestamp64Milli(committed_at)) as committedAt,
  toFloat64(toUnixTimestamp64Milli(merged_at)) as mergedAt,
  toFloat64(toUnixTimestamp64Milli(delivered_at)) as deployedAt,
  if(d.name = '', substring(deployment, 1, 12), d.name) as deploymentName
from events_change
left any join (
  select component, id as deployment, name from events_deployment where component in {components:Array(String)}
) as d using (component, deployment)
where component in {components:Array(String)} and id in {ids:Array(String)} and delivered
order by deployedAt - committedAt desc, component, id
