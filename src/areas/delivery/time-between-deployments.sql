-- One row: a deployment, with the seconds since the one before it of the same component, at its own time.
select
  at,
  if(baseline or before_id = '', null, (toUnixTimestamp64Milli(at) - toUnixTimestamp64Milli(before_at)) / 1000) as value,
  if(value is null, 'no deployment is known before it', '') as reason,
  component,
  source,
  'deployment' as kind,
  id,
  name as title,
  if(before_id = '', '', 'after') as because,
  before_id as by
from (
  select
    component, source, id, at, name, baseline,
    lagInFrame(at) over earlier as before_at,
    lagInFrame(id) over earlier as before_id
  from events_deployment
  where component in {components:Array(String)}
  window earlier as (partition by component order by at, id rows between unbounded preceding and current row)
)
where at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')}
