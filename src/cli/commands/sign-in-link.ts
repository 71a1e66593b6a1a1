import { signInLink } from "../../core/people/contract.ts";
import { Failure } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function signInLinkCommand(
  { ask, server }: Connection,
  { for: email }: { for?: string },
  out: Output,
): Promise<void> {
  if (!server)
    throw new Failure("not_ready", { detail: "Septet is not running here. Start it with: septet start" });
  const { url: signInUrl } = await ask(signInLink, email === undefined ? {} : { for: email });
  out.result({ signInUrl }, () => signInUrl);
}
