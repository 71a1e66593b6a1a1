-- One row: a deployment with its name, which may be empty.
select component, id, name
from events_deployment
where component in {components:Array(String)} and id in {ids:Array(String)}
