import { is, Table } from "drizzle-orm";
import { advocacyTables } from "../../src/areas/advocacy/testing.ts";
import { decisionsTables, forumsTables } from "../../src/areas/decisions/testing.ts";
import { deliveryTables } from "../../src/areas/delivery/testing.ts";
import * as impact from "../../src/areas/impact/testing.ts";
import * as audit from "../../src/core/audit/tables.ts";
import * as git from "../../src/core/connectors/git/tables.ts";
import * as library from "../../src/core/library/tables.ts";
import * as loops from "../../src/core/loops/tables.ts";
import * as measures from "../../src/core/measures/tables.ts";
import * as notes from "../../src/core/notes/tables.ts";
import * as org from "../../src/core/org/tables.ts";
import * as people from "../../src/core/people/tables.ts";
import * as reminders from "../../src/core/reminders/tables.ts";
import * as sharing from "../../src/core/sharing/tables.ts";

/** Every table that some module's `tables.ts` describes; a test says that the database has no other. */
export const described: readonly Table[] = [
  ...[audit, git, impact, library, loops, measures, notes, org, people, reminders, sharing],
  advocacyTables,
  decisionsTables,
  forumsTables,
  deliveryTables,
].flatMap((module) => Object.values(module).filter((value): value is Table => is(value, Table)));
