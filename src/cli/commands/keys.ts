import { rotateKeys } from "../../core/people/keys/contract.ts";
import type { Config } from "../../platform/config.ts";
import { Failure } from "../../platform/errors.ts";
import { mustBeKept } from "../../platform/installation.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function rotateKeysCommand({ ask }: Connection, out: Output): Promise<void> {
  const rotated = await ask(rotateKeys, {});
  out.result(
    rotated,
    () => `Everything is sealed under a new key, ${rotated.key}. Keep a copy of the key file.`,
  );
}

export async function resetKeysCommand(config: Config, sure: boolean, out: Output): Promise<void> {
  if (!sure)
    throw new Failure("bad_input", {
      detail:
        "With new keys everybody signs in again, and people in events get new pseudonyms. If you mean it, add --yes.",
    });
  await mustBeKept(config.data);
  const { resetInstallationKeys } = await import("../../main.ts");
  await resetInstallationKeys(config);
  out.result({ reset: true }, () => "There are new keys. Everybody signs in again.");
}
