-- One row: one of the changes that waited longest from commit to deployment.
select component, id
from events_change
where component in {components:Array(String)}
  and delivered and not baseline and problem = '' and committed_at <= delivered_at
  and delivered_at >= {from:DateTime64(3, 'UTC')} and delivered_at < {until:DateTime64(3, 'UTC')}
order by delivered_at - committed_at desc, component, id
limit 5
