-- One row: a deployment, with the number of changes that it delivered, at its time.
select
  at,
  if(reason = '', toFloat64(changes), null) as value,
  multiIf(
    baseline, 'the first deployment: what it holds is history',
    cause = 'rollback', 'a rollback brings nothing new',
    ''
  ) as reason,
  component,
  'deployment' as kind,
  id,
  name as title,
  concat('delivered ', toString(changes), if(changes = 1, ' change', ' changes')) as because,
  '' as by
from events_deployment
where component in {components:Array(String)}
  and at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')}
