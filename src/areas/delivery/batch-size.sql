-- One row: a deployment, with the number of changes that it delivered, at its time. `shared` says which of them count for other
-- parts of the repository too.
select
  at,
  if(reason = '', toFloat64(changes), null) as value,
  multiIf(
    baseline, 'the first deployment: what it holds is history',
    cause = 'rollback', 'a rollback brings nothing new',
    ''
  ) as reason,
  component,
  source,
  'deployment' as kind,
  id,
  name as title,
  if(reason = '', 'the changes that no earlier one had delivered', concat('holds ', toString(changes), if(changes = 1, ' change', ' changes'))) as because,
  '' as by,
  shared
from events_deployment
where component in {components:Array(String)}
  and at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')}
