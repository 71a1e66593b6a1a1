-- One row: one of the changes that waited longest from commit to deployment, with the moments in between; null where unknown.
select
  component, id, title,
  toFloat64(toUnixTimestamp64Milli(c.authored_at)) as authoredAt,
  toFloat64(toUnixTimestamp64Milli(c.committed_at)) as committedAt,
  toFloat64(toUnixTimestamp64Milli(c.merged_at)) as mergedAt,
  toFloat64(toUnixTimestamp64Milli(c.delivered_at)) as deployedAt,
  if(d.name = '', substring(c.deployment, 1, 12), d.name) as deploymentName
from (
  select * from events_change
  where component in {components:Array(String)}
    and delivered and not baseline and problem = '' and committed_at <= delivered_at
    and delivered_at >= {from:DateTime64(3, 'UTC')} and delivered_at < {until:DateTime64(3, 'UTC')}
  order by delivered_at - committed_at desc, id
  limit 5
) as c
left any join (
  select component, id as deployment, name from events_deployment where component in {components:Array(String)}
) as d using (component, deployment)
order by deployedAt - committedAt desc, id
