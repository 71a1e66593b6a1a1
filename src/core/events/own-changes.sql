-- One row: a change that one of these pseudonyms wrote, alone or with others.
select component, id, title, toFloat64(toUnixTimestamp64Milli(committed_at)) as at
from events_change
where hasAny(authors, {pseudonyms:Array(String)})
order by committed_at, component, id
