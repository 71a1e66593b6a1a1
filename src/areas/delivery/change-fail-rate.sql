-- One row: a deployment, with 1 where a later one mended it (so it failed) and else 0, at its own time.
select
  d.at as at,
  toNullable(toFloat64(f.mended_by != '')) as value,
  '' as reason,
  component,
  source,
  'deployment' as kind,
  id,
  name as title,
  if(value = 1, concat('failed: ', f.because), 'nothing shows that it failed') as because,
  '' as by
from events_deployment as d
left any join (
  select component, deployment as id, mended_by, because from events_failure where component in {components:Array(String)}
) as f using (component, id)
where component in {components:Array(String)}
  and at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')}
