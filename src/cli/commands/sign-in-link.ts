import { Failure } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function signInLinkCommand(connection: Connection, out: Output): Promise<void> {
  if (!connection.server)
    throw new Failure("not_ready", { detail: "Septet is not running here. Start it with: septet start" });
  const signInUrl = await connection.signInUrl();
  out.result({ signInUrl }, () => signInUrl);
}
