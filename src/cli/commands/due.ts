import { due } from "../../core/loops/mine/contract.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

export async function dueCommand({ ask }: Connection, out: Output): Promise<void> {
  const found = await ask(due, {});
  out.result(found, () =>
    found.due.length === 0
      ? "Nothing waits for you."
      : table(found.due.map(({ day, of, title, action }) => [day, of ?? "yours", title, action])),
  );
}
