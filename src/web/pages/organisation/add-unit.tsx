import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { addUnit, units } from "../../../core/org/contract.ts";
import { asking } from "../../client.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { namesakesOf, placesOf } from "../../parts/outline.ts";
import { troubleAt } from "../../parts/trouble.tsx";
import { takesUnits, UnitChoice } from "../../parts/unit-choice.tsx";
import { useAsk } from "../../parts/use-ask.ts";

type Kind = "team" | "group";
const kinds = [
  { value: "team", label: "a team" },
  { value: "group", label: "a group of teams" },
] as const;

/** A name, whether it is a team or a group, and where it stands; ready for the next one when it is there. */
export function AddUnit() {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("team");
  const [parent, setParent] = useState("organisation");
  const add = useAsk(addUnit, () => setName(""));
  const submit = () => add.mutate({ name, kind, parent });
  return (
    <AskForm
      onSubmit={submit}
      error={add.error}
      fields={["/name", "/parent"]}
      busy={add.isPending}
      word="Add it"
      disabled={name.trim() === ""}
      after={
        <p role="status" className="soft">
          {add.data && (
            <>
              Added{" "}
              <Link to="/units/$slug/settings" params={{ slug: add.data.slug }}>
                <bdi>{add.data.name}</bdi>
              </Link>
              . Next: say who belongs to it.
              <Namesakes slug={add.data.slug} />
            </>
          )}
        </p>
      }
    >
      <NameField value={name} onChange={setName} error={add.error} />
      <div>
        <p className={form.legend}>It is</p>
        <SegmentedControl
          aria-label="It is"
          size="xs"
          value={kind}
          data={[...kinds]}
          onChange={(value) => setKind(value as Kind)}
        />
      </div>
      <UnitChoice
        label="Where it stands"
        chosen={parent}
        onChoose={setParent}
        among={takesUnits}
        error={troubleAt("/parent", add.error)}
      />
    </AskForm>
  );
}

/** Two of one name are allowed, and mostly a slip. */
function Namesakes({ slug }: { slug: string }) {
  const all = useQuery(asking(units, { components: "false" })).data?.units ?? [];
  const places = placesOf(all);
  const others = namesakesOf(all, slug);
  if (others.length === 0) return null;
  return (
    <>
      {" "}
      {others.length === 1 ? "There is another of this name:" : "There are others of this name:"}{" "}
      {others.map((other, place) => (
        <span key={other.slug}>
          {place > 0 && ", "}
          <Link to="/units/$slug" params={{ slug: other.slug }}>
            <bdi>{other.name}</bdi>
          </Link>{" "}
          in <bdi>{places.get(other.slug)}</bdi>
        </span>
      ))}
      .
    </>
  );
}
