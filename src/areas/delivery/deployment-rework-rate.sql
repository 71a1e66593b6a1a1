-- One row: a deployment, with 1 where it mended an earlier one (a fix or a rollback) and else 0, at its time.
select
  at,
  toNullable(toFloat64(cause != 'planned')) as value,
  '' as reason,
  component,
  source,
  'deployment' as kind,
  id,
  name as title,
  multiIf(
    empty(mends), toString(cause),
    concat(toString(cause), ': ', arrayStringConcat(arrayDistinct(arrayMap(mend -> mend.because, mends)), '; '))
  ) as because,
  '' as by
from events_deployment
where component in {components:Array(String)}
  and at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')}
