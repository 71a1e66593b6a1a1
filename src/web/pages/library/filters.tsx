import { NativeSelect } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import type { library } from "../../../core/library/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { Chips } from "../../parts/chips.tsx";
import { countText } from "../../parts/count.ts";
import { UnitChoice } from "../../parts/unit-choice.tsx";
import { When, whenText } from "../library-search.ts";
import styles from "./library.module.css";
import { useLooking } from "./use-library.ts";

/** By what it is, where it was written, and when. */
export function Filters({ kinds }: { kinds: AnswerOf<typeof library>["kinds"] }) {
  const { kind, unit, when } = useSearch({ from: "/library" });
  const look = useLooking();
  const options = kinds
    .filter((each) => each.n !== 0 || each.kind === kind)
    .map(({ kind: value, many, n }) => ({ value, word: n === null ? many : `${many} ${countText(n)}` }));
  return (
    <div className={styles.filters}>
      {options.length > 0 && (
        <Chips
          label="Only"
          options={options}
          chosen={kind ?? null}
          onChoose={(chosen) => look({ kind: chosen ?? undefined })}
        />
      )}
      <div className={styles.narrow}>
        <UnitChoice
          label="In a team or group, with all below"
          chosen={unit ?? null}
          onChoose={(slug) => look({ unit: slug })}
        />
        {unit !== undefined && (
          <button type="button" className={styles.everywhere} onClick={() => look({ unit: undefined })}>
            Everywhere
          </button>
        )}
        <NativeSelect
          label="Written"
          value={when ?? ""}
          data={[
            { value: "", label: "At any time" },
            ...When.options.map((value) => ({ value, label: whenText[value] })),
          ]}
          onChange={(event) => look({ when: When.safeParse(event.currentTarget.value).data })}
        />
      </div>
    </div>
  );
}
