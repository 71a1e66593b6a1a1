-- One row: a change, at its committer time. A change without a believable date belongs to no period.
select
  committed_at as at,
  if(reason = '', 1, null) as value,
  if(problem = 'date-absurd', 'its date cannot be right', '') as reason,
  component,
  source,
  'change' as kind,
  id,
  title,
  'a commit that is no merge, at its committer time' as because,
  '' as by
from events_change
where component in {components:Array(String)}
  and (committed_at >= {from:DateTime64(3, 'UTC')} and committed_at < {until:DateTime64(3, 'UTC')} or problem = 'date-absurd')
