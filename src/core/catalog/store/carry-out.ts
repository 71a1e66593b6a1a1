import { sql } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { MembershipRow, OwnershipRow } from "../directory.ts";
import type { Changed, Dated, Plan } from "../plan.ts";
import { given, write } from "./rows.ts";

/** Makes the organisation what a plan says, each table by a few statements, whatever their number of rows. */
export async function carryOut(tx: Tx, plan: Plan): Promise<void> {
  await carryOutUnits(tx, plan.units);
  await carryOutPeople(tx, plan.people);
  await carryOutComponents(tx, plan.components);
  await carryOutOwnerships(tx, plan.ownerships);
  await carryOutMemberships(tx, plan.memberships);
}

const ARCHIVED_AT = sql.raw("case when given.archived then coalesce(archived_at, now()) end");

async function carryOutUnits(tx: Tx, { added, changed }: Plan["units"]): Promise<void> {
  const columns =
    "id uuid, slug text, name text, kind text, parent uuid, ref text, source text, archived boolean";
  await freeRefs(tx, "org_unit", { key: "id", columns, rows: changed });
  await write(
    tx,
    { rows: added, columns },
    (rows) => sql`
    insert into org_unit (id, slug, name, kind, parent, ref, source)
      select id, slug, name, kind, parent, ref, source from ${rows}`,
  );
  // No unit may stand below itself, not even between two rows of one statement: so what moves goes to the top first.
  if (changed.length > 0)
    await tx.execute(sql`
      update org_unit u set parent = top.id from ${given(changed, columns)}, org_unit top
      where top.kind = 'organisation' and u.id = given.id and u.parent is distinct from given.parent`);
  await write(
    tx,
    { rows: changed, columns },
    (rows) => sql`
    update org_unit u set name = given.name, kind = given.kind, parent = given.parent, ref = given.ref,
      source = given.source, archived_at = ${ARCHIVED_AT}
    from ${rows} where u.id = given.id`,
  );
}

async function carryOutPeople(tx: Tx, { added, changed }: Plan["people"]): Promise<void> {
  const columns = "id text, name text, ref text, source text, archived boolean, email text";
  await freeRefs(tx, "people_person", { key: "id", columns, rows: changed });
  await write(
    tx,
    { rows: added, columns },
    (rows) =>
      sql`insert into people_person (id, name, ref, source) select id, name, ref, source from ${rows}`,
  );
  await write(
    tx,
    { rows: changed, columns },
    (rows) => sql`
    update people_person p set name = given.name, ref = given.ref, source = given.source, archived_at = ${ARCHIVED_AT}
    from ${rows} where p.id = given.id`,
  );
  const all = given([...added, ...changed], columns);
  // Freed before they are given: an address may go from one person to another.
  await tx.execute(
    sql`delete from people_contact c using ${all} where c.person = given.id and c.email is distinct from given.email`,
  );
  await tx.execute(sql`
    insert into people_contact (person, email) select id, email from ${all}
    where email is not null and not exists (select 1 from people_contact c where c.person = given.id)`);
}

async function carryOutComponents(tx: Tx, { added, changed }: Plan["components"]): Promise<void> {
  const columns = 'name text, title text, kind text, "partOf" text, ref text, source text, archived boolean';
  await freeRefs(tx, "org_component", { key: "name", columns, rows: changed });
  await write(
    tx,
    { rows: added, columns },
    (rows) => sql`
    insert into org_component (name, title, kind, part_of, ref, source)
      select name, title, kind, "partOf", ref, source from ${rows}`,
  );
  await write(
    tx,
    { rows: changed, columns },
    (rows) => sql`
    update org_component c set title = given.title, kind = given.kind, part_of = given."partOf", ref = given.ref,
      source = given.source, archived_at = ${ARCHIVED_AT}
    from ${rows} where c.name = given.name`,
  );
}

const DAYS = "id uuid, until date";

/** What ends and what is undone goes first: nothing holds twice, not even for a moment. */
async function carryOutEnds<Row extends object>(
  tx: Tx,
  table: "org_ownership" | "org_membership",
  { ended, undone }: Dated<Row>,
): Promise<void> {
  const name = sql.identifier(table);
  await write(
    tx,
    { rows: undone, columns: DAYS },
    (rows) => sql`delete from ${name} known using ${rows} where known.id = given.id`,
  );
  await write(
    tx,
    { rows: ended, columns: DAYS },
    (rows) => sql`update ${name} known set until = given.until from ${rows} where known.id = given.id`,
  );
}

async function carryOutOwnerships(tx: Tx, rows: Dated<OwnershipRow>): Promise<void> {
  await carryOutEnds(tx, "org_ownership", rows);
  await write(
    tx,
    {
      rows: rows.begun,
      columns: 'id uuid, component text, unit uuid, "from" date, until date, assumed boolean',
    },
    (begun) => sql`
    insert into org_ownership (id, component, unit, "from", until, assumed)
      select id, component, unit, "from", until, assumed from ${begun}`,
  );
}

async function carryOutMemberships(tx: Tx, rows: Dated<MembershipRow>): Promise<void> {
  await carryOutEnds(tx, "org_membership", rows);
  await write(
    tx,
    {
      rows: rows.begun,
      columns: 'id uuid, person text, unit uuid, role text, "from" date, until date, source text',
    },
    (begun) => sql`
    insert into org_membership (id, person, unit, role, "from", until, source)
      select id, person, unit, role, "from", until, source from ${begun}`,
  );
}

interface Referred<Row extends object> {
  readonly key: "id" | "name";
  readonly columns: string;
  readonly rows: Changed<Row>["changed"];
}

/** A reference is one thing's alone, so whatever loses one does so before another is given it. */
async function freeRefs<Row extends object>(
  tx: Tx,
  table: "org_unit" | "people_person" | "org_component",
  { key, columns, rows }: Referred<Row>,
): Promise<void> {
  if (rows.length === 0) return;
  const [name, by] = [sql.identifier(table), sql.identifier(key)];
  await tx.execute(sql`
    update ${name} known set ref = null from ${given(rows, columns)}
    where known.${by} = given.${by} and known.ref is distinct from given.ref and known.ref is not null`);
}
