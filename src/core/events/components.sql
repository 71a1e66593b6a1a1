-- One row: a component, with the repository that it is a part of (or itself), and the moments of its first change and first deployment and of the newest fact's arrival.
select
  component,
  repository,
  toFloat64(toUnixTimestamp64Milli(first_change_at)) as firstChangeAt,
  toFloat64(toUnixTimestamp64Milli(first_deployment_at)) as firstDeploymentAt,
  toFloat64(toUnixTimestamp64Milli(received_at)) as receivedAt
from events_component
where component in {components:Array(String)}
order by component
