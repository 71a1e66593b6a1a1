import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { ask } from "../../../web/client.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { Opens } from "../../../web/parts/opens.tsx";
import { saveFile } from "../../../web/parts/save-file.ts";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { changeSource, type RecordSource, recordsBranch, recordsPatch } from "../files/contract.ts";
import { Lines } from "./brought-in.tsx";
import { bytesOf } from "./chosen-files.ts";
import styles from "./decisions.module.css";

interface PlacesProps {
  readonly slug: string;
  readonly sources: readonly RecordSource[];
}

/** Where records are kept, and how what was written here gets there. */
export const Places = ({ slug, sources }: PlacesProps) => (
  <>
    {sources.map((one) => (
      <Card key={one.id} title={one.name}>
        <Place slug={slug} one={one} />
      </Card>
    ))}
  </>
);

function Place({ slug, one }: { slug: string; one: RecordSource }) {
  const change = useAsk(changeSource);
  const { id, records, readAt, readBy, twoWay, leftOut, problems, trouble, kind } = one;
  return (
    <div className={styles.form}>
      <p className="soft small">
        {records === 1 ? "1 record" : `${records} records`}
        {readAt && `, read on ${dayText(readAt.slice(0, 10))}`}
        {readBy && (
          <>
            {" by "}
            <span dir="auto">{readBy}</span>
          </>
        )}
        {kind === "git" && ", looked at every ten minutes"}
      </p>
      {trouble && (
        <p role="alert" className={styles.alert}>
          {trouble}
        </p>
      )}
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={twoWay}
          disabled={change.isPending}
          onChange={({ currentTarget: { checked } }) => change.mutate({ slug, id, twoWay: checked })}
        />
        <span>
          The files remain the source
          <span className="soft small">What you write here is offered for them.</span>
        </span>
      </label>
      <Trouble error={change.error} />
      {twoWay && <GiveBack slug={slug} one={one} />}
      <Lines title="Left out" lines={leftOut.map(({ path, why }) => ({ path, says: why }))} />
      <Lines title="Odd about the whole" lines={problems} />
    </div>
  );
}

function GiveBack({ slug, one: { id, kind } }: { slug: string; one: RecordSource }) {
  const [says, setSays] = useState("");
  const [error, setError] = useState<Error | null>(null);
  const take = () =>
    ask(recordsPatch, { slug, source: id }).then(({ patch, files, problems }) => {
      setError(null);
      const more = problems.map(({ path, says: what }) => `${path ?? ""} ${what}`.trim()).join(" ");
      setSays(
        files.length === 0 ? `Nothing differs from the files. ${more}` : `${filesText(files.length)} ${more}`,
      );
      if (files.length > 0) saveFile("decisions.patch", bytesOf(patch), "text/x-patch");
    }, setError);
  return (
    <div className={styles.form}>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => void take()}>
          Get what differs as a patch
        </Button>
      </div>
      <p role="status" className="soft small">
        {says}
      </p>
      <Trouble error={error} />
      {kind === "git" && (
        <div>
          <Opens word="Write it to a new branch">{() => <Branch slug={slug} source={id} />}</Opens>
        </div>
      )}
    </div>
  );
}

const filesText = (n: number): string => (n === 1 ? "1 file differs." : `${n} files differ.`);

function Branch({ slug, source }: { slug: string; source: string }) {
  const [branch, setBranch] = useState("decisions/from-septet");
  const write = useAsk(recordsBranch);
  return (
    <AskForm
      onSubmit={() => write.mutate({ slug, source, branch })}
      error={write.error}
      fields={["/branch"]}
      busy={write.isPending}
      word="Write the branch"
      disabled={branch.trim() === ""}
    >
      <TextInput
        label="Name of the branch"
        description="One that is there already stays as it is, and so does what is checked out."
        value={branch}
        error={troubleAt("/branch", write.error)}
        onChange={(event) => setBranch(event.currentTarget.value)}
      />
      {write.data && (
        <p role="status">
          {filesText(write.data.files.length)} They are on {write.data.branch} now.
        </p>
      )}
    </AskForm>
  );
}
