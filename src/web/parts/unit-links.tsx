import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { PersonListed } from "../../core/org/contract.ts";
import { ApartWords, useApart } from "./apart.tsx";

type Units = PersonListed["units"];

/** The teams and groups that somebody leads, and those that they belong to; what they lead is told once. */
export function UnitLinks({ units }: { units: Units }) {
  const led = units.filter(({ role }) => role === "lead");
  const others = units.filter(({ slug }) => !led.some((unit) => unit.slug === slug));
  const parts = [
    { verb: "leads", of: led },
    { verb: "belongs to", of: others },
  ].filter(({ of }) => of.length > 0);
  return parts.map(({ verb, of }, place) => (
    <Fragment key={verb}>
      {place > 0 && "; "}
      <span className="soft">{verb} </span>
      <Names units={of} />
    </Fragment>
  ));
}

function Names({ units }: { units: Units }) {
  const apart = useApart();
  return units.map(({ slug, name }, place) => (
    <span key={slug}>
      {place > 0 && ", "}
      <Link to="/units/$slug" params={{ slug }}>
        <bdi>{name}</bdi>
      </Link>
      <ApartWords apart={apart.get(slug)} />
    </span>
  ));
}
