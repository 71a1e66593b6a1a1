import { NativeSelect } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { beginFromImpediment } from "../../areas/delivery/contract.ts";
import { measures } from "../../core/measures/contract.ts";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { useAsk } from "../parts/use-ask.ts";
import { TryForm } from "./experiment/try-form.tsx";
import styles from "./loops/loops.module.css";

/** Something tried that comes from no check-in. */
export function TryPage() {
  const { slug } = useParams({ from: "/units/$slug/experiments/new" });
  const { title = "", area = "delivery", impediment } = useSearch({ from: "/units/$slug/experiments/new" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const { measures: all } = useSuspenseQuery(asking(measures, {})).data;
  const [id, setId] = useState("");
  const chosen = all.find((one) => one.id === id);
  const navigate = useNavigate();
  const begun = useAsk(beginFromImpediment);
  const done = async (made: string) => {
    if (impediment !== undefined)
      await begun.mutateAsync({ id: impediment, kind: "experiment", thing: made });
    await navigate({ to: "/experiments/$id", params: { id: made } });
  };
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="Try something" />}>Try something</PageTitle>
      <p className={styles.intro}>
        What you change, what you expect of it, and how sure you are. When there is enough to say it comes
        back by itself.
      </p>
      <NativeSelect
        label="What shall show it"
        maw={460}
        mb={14}
        value={id}
        data={[
          { value: "", label: "Nothing measured: we will say it in words" },
          ...all.map((one) => ({ value: one.id, label: one.title })),
        ]}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <TryForm
        key={id}
        slug={slug}
        area={area}
        title={title}
        measure={chosen && { measure: chosen.id, title: chosen.title, definition: chosen, every: "week" }}
        onDone={done}
      />
    </>
  );
}
