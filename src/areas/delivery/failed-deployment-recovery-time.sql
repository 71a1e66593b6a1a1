-- One row: a deployment that failed, with the seconds until the first deployment that mended it, at that one's time.
select
  f.mended_at as at,
  if(reason = '', (toUnixTimestamp64Milli(f.mended_at) - toUnixTimestamp64Milli(d.at)) / 1000, null) as value,
  if(f.mended_at < d.at, 'mended before it was deployed', '') as reason,
  component,
  source,
  'deployment' as kind,
  id,
  name as title,
  concat('mended by ', f.mended_by_name, ': ', f.because) as because,
  '' as by
from events_deployment as d
inner join (
  select component, deployment as id, mended_at, mended_by_name, because from events_failure
  where component in {components:Array(String)}
) as f using (component, id)
where component in {components:Array(String)}
  and f.mended_at >= {from:DateTime64(3, 'UTC')} and f.mended_at < {until:DateTime64(3, 'UTC')}
