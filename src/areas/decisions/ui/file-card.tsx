import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asking } from "../../../web/client.ts";
import { Card } from "../../../web/parts/card.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { saveFile } from "../../../web/parts/save-file.ts";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import type { Decision } from "../contract.ts";
import { chooseSide, decisionFile } from "../files/contract.ts";
import { bytesOf } from "./chosen-files.ts";
import styles from "./decisions.module.css";

/** The file that a decision was read from, and what differs from it by now. */
export function FileCard({ it }: { it: Decision }) {
  if (!it.can.change || it.unit === null || it.path === null) return null;
  return (
    <Card title="Its file">
      <Differences it={it} />
    </Card>
  );
}

function Differences({ it }: { it: Decision }) {
  const { data, error } = useQuery(asking(decisionFile, { id: it.id }));
  const choose = useAsk(chooseSide);
  if (!data) return <Trouble error={error} />;
  const { patch, there, base64, path, problems, can, source } = data;
  const say = (holds: "here" | "there") => choose.mutate({ id: it.id, holds });
  return (
    <div className={styles.form}>
      <p className="soft small" dir="auto">
        In {source}. {patch === "" ? "" : "What was written here since differs from it."}
      </p>
      {there !== null && (
        <div>
          <p className="small">Here and there different things were made of the same lines. Which hold?</p>
          <Opens word="Show the file as it is there">{() => <Source text={there} />}</Opens>
        </div>
      )}
      {can.choose && (
        <div className={styles.actions}>
          <Button variant="default" size="xs" loading={choose.isPending} onClick={() => say("here")}>
            What is here holds
          </Button>
          <Button variant="default" size="xs" loading={choose.isPending} onClick={() => say("there")}>
            The file holds
          </Button>
        </div>
      )}
      <Trouble error={choose.error} />
      {patch !== "" && (
        <div>
          <Opens word="Show what differs">{() => <Source text={patch} />}</Opens>
        </div>
      )}
      {problems.map((says) => (
        <p key={says} className="small">
          {says}
        </p>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => saveFile(path.split("/").at(-1) ?? path, bytesOf(base64), "text/markdown")}
        >
          Save the file as it would be now
        </Button>
      </div>
    </div>
  );
}

const Source = ({ text }: { text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is reached by the keyboard too
  <pre className={styles.source} tabIndex={0} dir="ltr">
    {text}
  </pre>
);
