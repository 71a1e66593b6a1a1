import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { archiveOf } from "../../core/held/archive.ts";
import { erase, held } from "../../core/held/contract.ts";
import { me } from "../../core/people/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import { ask, asking, queries } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { countText } from "../parts/count.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { saveFile } from "../parts/save-file.ts";
import { Trouble } from "../parts/trouble.tsx";
import styles from "./held.module.css";

/** Everything that is held about the reader: to see, to take along, to have erased. */
export function HeldPage() {
  // Asked for, not looked at in passing: that it was read is written into the log.
  const read = useMutation({ mutationFn: () => ask(held, {}) });
  return (
    <div className={styles.page}>
      <PageTitle>What is held about you</PageTitle>
      <p className="soft">
        All of it is yours to see and to take along, in open formats. It is shown to you alone, and the log
        remembers that it was read.
      </p>
      {read.data ? (
        <Files held={read.data} />
      ) : (
        <Button loading={read.isPending} onClick={() => read.mutate()}>
          Show it
        </Button>
      )}
      <Trouble error={read.error} />
      <Erase />
    </div>
  );
}

type Held = AnswerOf<typeof held>;

function Files({ held: all }: { held: Held }) {
  return (
    <>
      <Button onClick={() => save(all)}>Take it along as one archive</Button>
      {all.files.map(({ name, says, rows }) => (
        <Card key={name} title={name} className={styles.file}>
          <p className="soft small">
            {says} {rows.length === 0 ? "Nothing." : ""}
          </p>
          {rows.length > 0 && (
            <details>
              <summary>{rows.length === 1 ? "1 entry" : `${countText(rows.length)} entries`}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <pre tabIndex={0}>{JSON.stringify(rows, null, 2)}</pre>
            </details>
          )}
        </Card>
      ))}
    </>
  );
}

function save(all: Held): void {
  const archive = archiveOf(all) as Uint8Array<ArrayBuffer>;
  saveFile(`septet-${all.at.slice(0, 10)}.zip`, archive, "application/zip");
}

/** Said twice before it is done, as it cannot be taken back. */
function Erase() {
  const [sure, setSure] = useState(false);
  const forget = useMutation({
    mutationFn: async () => {
      const { person } = await queries.ensureQueryData(asking(me, {}));
      await ask(erase, { id: person.id });
    },
    onSuccess: () => queries.resetQueries(),
  });
  return (
    <section className={styles.erase}>
      <h2>Be forgotten</h2>
      <p>
        Your account, your memberships and your own notes go. What you did for a team stays with the team,
        without your name; figures stay as they are. Changes from Git are nobody’s from then on, also when
        they are read again.
      </p>
      {sure ? (
        <div className={styles.buttons}>
          <Button color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
            Erase me; I know that it cannot be taken back
          </Button>
          <Button variant="default" onClick={() => setSure(false)}>
            No
          </Button>
        </div>
      ) : (
        <Button variant="default" onClick={() => setSure(true)}>
          Erase me …
        </Button>
      )}
      <Trouble error={forget.error} />
    </section>
  );
}
