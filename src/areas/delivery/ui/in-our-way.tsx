import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { asking } from "../../../web/client.ts";
import { dayText } from "../../../web/parts/dates.ts";
import lists from "../../../web/parts/lists.module.css";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { addImpediment, type Impediment, impediments } from "../contract.ts";
import styles from "./delivery.module.css";
import { InTheWay } from "./in-the-way.tsx";

/** What is in the team's way, oldest first, with what can be done about it; for its members alone. */
export function InOurWay({ slug }: { slug: string }) {
  const data = useQuery(asking(impediments, { slug })).data;
  if (!data?.can.add) return null;
  return (
    <section id="in-our-way">
      <h2>In our way</h2>
      {data.there.length === 0 && (
        <p className="soft">What makes you wait, or do work twice? Only your team sees it.</p>
      )}
      <ul className={lists.rows}>
        {data.there.map((one) => (
          <li key={one.id}>
            <InTheWay slug={slug} one={one} />
          </li>
        ))}
      </ul>
      <Add slug={slug} />
      {data.gone.length > 0 && <Gone all={data.gone} />}
    </section>
  );
}

function Add({ slug }: { slug: string }) {
  const [text, setText] = useState("");
  const add = useAsk(addImpediment, () => setText(""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ slug, text });
  };
  return (
    <form onSubmit={submit} className={styles.add} noValidate>
      <TextInput
        label="In our way"
        labelProps={{ className: "hidden" }}
        placeholder="In our way: …"
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={troubleAt("/text", add.error)}
      />
      <Button type="submit" variant="default" loading={add.isPending} disabled={text.trim() === ""}>
        Add
      </Button>
      <Trouble error={add.error} except={["/text"]} />
    </form>
  );
}

const Gone = ({ all }: { all: readonly Impediment[] }) => (
  <details className={styles.gone}>
    <summary>{all.length === 1 ? "1 is gone" : `${all.length} are gone`}</summary>
    <ul>
      {all.map(({ id, text, age, gone }) => (
        <li key={id}>
          <span dir="auto">{text}</span>{" "}
          <span className="soft small" dir="auto">
            {unbroken(`${age}, until ${dayText(gone?.day ?? "")}`)}
            {gone?.words ? ` · ${gone.words}` : ""}
          </span>
        </li>
      ))}
    </ul>
  </details>
);
