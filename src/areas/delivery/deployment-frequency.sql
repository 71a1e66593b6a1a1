-- One row: a deployment to production, at its time. The first one known counts like any other.
select
  at,
  toNullable(1) as value,
  '' as reason,
  component,
  source,
  'deployment' as kind,
  id,
  name as title,
  if(baseline, 'the first deployment known', concat('a deployment to production: ', toString(cause))) as because,
  '' as by
from events_deployment
where component in {components:Array(String)}
  and at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')}
