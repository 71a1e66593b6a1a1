import pc from "picocolors";
import { measures } from "../../core/measures/contract.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export async function measuresCommand({ ask }: Connection, out: Output): Promise<void> {
  const all = await ask(measures, {});
  out.result(all, () =>
    all.measures
      .map(
        (one) =>
          `${pc.bold(one.id)} ${pc.dim(`· ${one.unit} · ${one.source}`)}\n  ${one.meaning}\n  ${pc.dim(one.formula)}`,
      )
      .join("\n"),
  );
}
