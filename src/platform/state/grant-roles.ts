import pg from "pg";
import { Failure } from "../errors.ts";

const ROLES = ["septet_app", "septet_auth", "septet_jobs"];

/**
 * Lets the role that logs in through DATABASE_URL take the three roles, and inherit nothing from them: what forgets to ask has
 * no rights. Where the owner may not grant them, says which statements someone else must run.
 */
export async function grantRoles(owner: pg.Client, url: string): Promise<void> {
  const login = await loginOf(url);
  const mayTakeAll = `select bool_and(pg_has_role($1, role, 'SET')) as "all" from unnest($2::text[]) as role`;
  const { rows } = await owner.query<{ all: boolean }>(mayTakeAll, [login, ROLES]);
  if (rows[0]?.all) return;
  const grant = `grant ${ROLES.join(", ")} to ${pg.escapeIdentifier(login)} with inherit false, set true`;
  try {
    await owner.query(grant);
  } catch (cause) {
    const detail = `The role of DATABASE_URL may not take Septet's roles. Have a superuser run: ${grant};`;
    throw new Failure("not_ready", { detail, cause });
  }
}

/** Asked of the server, as the name may come from a service file, the environment or the system's user. */
async function loginOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select session_user as name");
    return rows[0]?.name ?? "";
  } finally {
    await client.end();
  }
}
