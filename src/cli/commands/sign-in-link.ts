import { signInLink } from "../../core/people/contract.ts";
import { Failure } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function signInLinkCommand(
  { ask, server }: Connection,
  wanted: { readonly for?: string; readonly newPassword?: boolean },
  out: Output,
): Promise<void> {
  if (!server)
    throw new Failure("not_ready", { detail: "Septet is not running here. Start it with: septet start" });
  const { url: signInUrl } = await ask(signInLink, { for: wanted.for, newPassword: wanted.newPassword });
  out.result({ signInUrl }, () => signInUrl);
}
