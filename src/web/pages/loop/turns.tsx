import { Button } from "@mantine/core";
import { useState } from "react";
import type { loop, Turn } from "../../../core/loops/contract.ts";
import { turnsCsv } from "../../../core/loops/turns-csv.ts";
import { formatReading } from "../../../core/measures/reading.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { Card } from "../../parts/card.tsx";
import { dayText } from "../../parts/dates.ts";
import { saveFile } from "../../parts/save-file.ts";
import styles from "./loop.module.css";

const FEW = 8;

const senses = { usual: "normal ups and downs", unusual: "unusual", unclear: "not sure" } as const;

/** Every turn that was taken, newest first, and the way to take them along. */
export function Turns({ turns, page }: { turns: readonly Turn[]; page: AnswerOf<typeof loop> }) {
  const [all, setAll] = useState(false);
  const shown = all ? turns : turns.slice(0, FEW);
  const name = `loop-${page.loop.id.slice(0, 8)}`;
  return (
    <Card title="What we said" className={styles.turns}>
      <ol className={styles.list}>
        {shown.map((turn) => (
          <li key={turn.due}>
            <OneTurn turn={turn} />
          </li>
        ))}
      </ol>
      <div className={styles.tools}>
        {turns.length > FEW && !all && (
          <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
            All {turns.length}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => saveFile(`${name}.csv`, turnsCsv(page), "text/csv;charset=utf-8")}
        >
          CSV
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => saveFile(`${name}.json`, JSON.stringify(page, null, 2), "application/json")}
        >
          JSON
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => print(setAll)}>
          Print
        </Button>
      </div>
    </Card>
  );
}

/** All of it goes on paper. */
function print(setAll: (all: boolean) => void): void {
  setAll(true);
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
}

function OneTurn({ turn: { due, readings, sense, note, done, guess } }: { turn: Turn }) {
  return (
    <>
      <p className="small">
        <span className="soft">{dayText(due)}</span>{" "}
        {readings.map(({ measure, value, unit }) => (
          <strong key={measure}>{formatReading(value, unit)} </strong>
        ))}
        <span className="soft">
          {sense ? senses[sense] : ""}
          {done === null && " · begun, not done"}
        </span>
      </p>
      {note !== "" && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      {guess && <p className="soft small">{guess.says}</p>}
    </>
  );
}
