import { Fragment } from "react";
import type { ComponentListed } from "../../../core/org/contract.ts";
import { dayText } from "../../parts/dates.ts";

/** Whose it was, in the order of time: "Shop until 3 May 2026, then Search". */
export function History({ history }: Pick<ComponentListed, "history">) {
  return (
    <p>
      {history.map(({ unit, from, until, assumed }, place) => (
        <Fragment key={from ?? "beginning"}>
          {place > 0 && ", then "}
          {assumed ? "nobody’s" : <bdi>{unit.name}</bdi>}
          {until !== null && ` until ${dayText(until)}`}
        </Fragment>
      ))}
    </p>
  );
}
