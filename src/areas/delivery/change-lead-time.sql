-- One row: a change, with the seconds from its commit to the deployment that delivered it, at that deployment's time.
-- `by_host` is 1 where the host made the commit (squash or rebase), so that its time is the merge's.
select
  if(delivered, delivered_at, committed_at) as at,
  if(reason = '', (toUnixTimestamp64Milli(delivered_at) - toUnixTimestamp64Milli(committed_at)) / 1000, null) as value,
  multiIf(
    delivered and baseline, 'in the first deployment, which is history',
    problem = 'date-absurd', 'its date cannot be right',
    not delivered and has({live:Array(String)}, component), 'not deployed yet',
    not delivered, 'nothing says what is live',
    committed_at > delivered_at, 'committed later than its deployment',
    ''
  ) as reason,
  component,
  source,
  'change' as kind,
  id,
  title,
  if(delivered, 'delivered by', '') as because,
  deployment as by,
  by_host
from events_change
where component in {components:Array(String)}
  and (at >= {from:DateTime64(3, 'UTC')} and at < {until:DateTime64(3, 'UTC')} or at = fromUnixTimestamp64Milli(0, 'UTC'))
