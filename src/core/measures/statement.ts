import { counted } from "../events/query.ts";
import type { Aggregate, Measure } from "./measure.ts";

/**
 * The only place where SQL is put together. A measure's `.sql` file gives every row that it could count, with the columns
 *
 * - `at`: when the row counts, DateTime64(3, 'UTC'); the year 1970's beginning where its date is not to be believed
 * - `value`: Nullable(Float64); null where the row is left out
 * - `reason`: why it is left out, or '' where it went in
 * - `component`, `kind` ('change' or 'deployment'), `id`, `title`
 * - `source`: with `id`, what it is about: one commit or deployment may have a row for each part of a repository
 * - `because`: why it counts as it does; the name of the deployment `by` is written after it, where `by` is not ''
 *
 * and fills `{components:Array(String)}` and, as a half-open span, `{from:DateTime64(3, 'UTC')}` and `{until:…}`, and
 * where it needs it `{live:Array(String)}`, the components of which a deployment is known. Rows without a believable date
 * come whatever the span. What follows wraps the file and changes nothing in it; a row of a component that moved counts only
 * where its `at` lies in the time in which it was the unit's.
 */
const aggregates: Record<Aggregate, string> = {
  count: "[toFloat64(count())] as values, uniqExact(toDate(at, {timeZone:String})) as days",
  // Interpolated between the two nearest rows, both ends included (type 7 of Hyndman and Fan 1996).
  median: "quantilesExactInclusive(0.5, 0.85)(value) as values, 0 as days",
  share: "[avg(value)] as values, 0 as days",
};

/** What is asked of: a measure's file, and whether several components of one repository are counted together. */
export interface Told extends Pick<Measure, "aggregate" | "byHostTitle" | "countsShared"> {
  readonly file: string;
  readonly shared: boolean;
}

/**
 * Every row that counts, as `rows`. Where components share a repository, a commit or a deployment counts once, of those rows that
 * were the unit's at their time: as it went in, then as it was first, then as the deployment that failed. Which row that is must
 * not hang on the span asked for, so the file's own span is wide open then, and `{begin:…}` and `{end:…}` hold the one that is
 * asked for.
 */
function rowsIn({ file, shared, aggregate, countsShared }: Told): string {
  const told = `with told as (\n${file}\n), rows as (`;
  if (!shared) return `${told}select * from told where ${counted})`;
  const united =
    "toFloat64(arraySum(one -> one.2, groupUniqArrayArray(shared) over (partition by source, kind, id)))";
  const value = `if(value is null or empty(shared), value, ${united})`;
  return `${told}
select * from (
  select * ${countsShared ? `replace (${value} as value)` : ""} from told
  where ${counted}
  order by reason != '', at, value ${aggregate === "share" ? "desc" : "asc"}, component
  limit 1 by source, kind, id
)
where at >= {begin:DateTime64(3, 'UTC')} and at < {end:DateTime64(3, 'UTC')} or toUnixTimestamp64Milli(at) = 0
)`;
}

/**
 * Figures of each period and of the whole span in one pass over the rows: one row for each period with rows that went in
 * (`whole` 0), and one for each reason over the whole span (`whole` 1; reason '' is what went in). `period` is the moment
 * in `{starts:Array(Int64)}` at which it begins.
 */
export function figuresStatement(told: Told): string {
  const { aggregate, byHostTitle } = told;
  return `${rowsIn(told)}
select
  grouping(period) as whole, period, reason, toFloat64(count()) as n,
  ${aggregates[aggregate]},
  ${byHostTitle === undefined ? "0" : "avg(by_host)"} as by_host_share
from (
  select *, if(reason = '', roundDown(toUnixTimestamp64Milli(at), {starts:Array(Int64)}), 0) as period
  from rows
)
group by grouping sets ((period, reason), (reason))
having whole or reason = ''`;
}

/** Which rows are asked for: those that went in, those left out, or both; and whether those without a date belong. */
const asked = `where ({left:String} = 'both' or (reason = '') = ({left:String} = 'in'))
  and ({undated:Bool} or toUnixTimestamp64Milli(at) > 0)`;

/** Which rows are on a page, newest first, found by their times alone: reading all of every row would be slow. */
export function pageStatement(told: Told): string {
  return `${rowsIn(told)}
select component, id from rows
${asked}
order by at desc, component, id
limit {limit:UInt32} offset {offset:UInt32}`;
}

/** The rows with these `{ids:Array(String)}` in whole, newest first, joined with the names of deployments. */
export function rowsStatement(told: Told): string {
  return `${rowsIn(told)}
select
  toFloat64(toUnixTimestamp64Milli(at)) as moment, value, reason, component, kind, id, title,
  if(by = '', because, concat(because, ' ', if(name = '', substring(by, 1, 12), name))) as why
from (select * from rows where id in {ids:Array(String)}) as found
left any join (
  select component, id as by, name from events_deployment where component in {components:Array(String)}
) as deployments using (component, by)
order by moment desc, component, id`;
}

/** How many rows there are to page through. */
export function totalStatement(told: Told): string {
  return `${rowsIn(told)}
select toFloat64(count()) as total from rows
${asked}`;
}
