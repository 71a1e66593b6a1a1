import { TextInput } from "@mantine/core";
import { useState } from "react";
import { ProblemError } from "../../../platform/http/ask.ts";
import { AskForm } from "../../../web/parts/ask-form.tsx";
import { Card } from "../../../web/parts/card.tsx";
import { MarkdownText } from "../../../web/parts/markdown/markdown.tsx";
import { MarkdownEditor } from "../../../web/parts/markdown/markdown-editor.tsx";
import opens from "../../../web/parts/opens.module.css";
import { troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { changeDecision, type Decision } from "../contract.ts";
import styles from "./decisions.module.css";

/** The text of a decision, and the way to write on. */
export function Record({ it }: { it: Decision }) {
  const [writes, setWrites] = useState(false);
  if (writes) return <Writing it={it} onDone={() => setWrites(false)} />;
  return (
    <Card title="Why">
      {it.body.trim() === "" ? (
        <p className="soft">Nobody has written down why yet.</p>
      ) : (
        <MarkdownText text={withoutWhy(it.body)} />
      )}
      {it.can.change && (
        <p>
          <button type="button" className={opens.word} onClick={() => setWrites(true)}>
            Write on
          </button>
        </p>
      )}
    </Card>
  );
}

/** Where the text is nothing but the reason, its heading stands above it already. */
const withoutWhy = (body: string): string => {
  const first = "## Context and Problem Statement\n";
  const rest = body.slice(first.length);
  return body.startsWith(first) && !/^#{1,3} /m.test(rest) ? rest : body;
};

/** MADR's headings, for a decision that is worth them; each is left out where nothing is written. */
const headings = [
  "Decision Drivers",
  "Considered Options",
  "Decision Outcome",
  "Pros and Cons of the Options",
  "More Information",
];

function Writing({ it, onDone }: { it: Decision; onDone: () => void }) {
  const [title, setTitle] = useState(it.title);
  const [body, setBody] = useState(it.body);
  // What the text was when writing began: what others write meanwhile is put together with it.
  const [from, setFrom] = useState({ version: it.version, body: it.body });
  const change = useAsk(changeDecision, onDone);
  const clash = change.error instanceof ProblemError && change.error.problem.status === 409;
  const missing = headings.filter((heading) => !body.includes(`## ${heading}`));
  return (
    <Card title="Write on">
      <AskForm
        onSubmit={() => change.mutate({ id: it.id, version: from.version, title, body })}
        error={change.error}
        fields={["/title"]}
        busy={change.isPending}
        word="Keep"
        wide
        after={
          <div>
            <button type="button" className={opens.word} onClick={onDone}>
              Leave it as it was
            </button>
          </div>
        }
      >
        <TextInput
          label="Title"
          dir="auto"
          value={title}
          error={troubleAt("/title", change.error)}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <MarkdownEditor
          label="Text"
          value={body}
          onChange={setBody}
          hint="Why, which options there are, what speaks for and against them …"
        />
        {missing.length > 0 && (
          <p className={`soft small ${styles.actions}`}>
            <span>Add a heading:</span>
            {missing.map((heading) => (
              <button
                key={heading}
                type="button"
                className={opens.word}
                onClick={() => setBody(`${body.trimEnd()}\n\n## ${heading}\n\n`.trimStart())}
              >
                {heading}
              </button>
            ))}
          </p>
        )}
        {clash && (
          <details open>
            <summary>What stands there now</summary>
            <pre style={{ whiteSpace: "pre-wrap" }} dir="auto">
              {it.body}
            </pre>
            <button
              type="button"
              className={opens.word}
              onClick={() => setFrom({ version: it.version, body: it.body })}
            >
              I have put both together: keep what I wrote
            </button>
          </details>
        )}
      </AskForm>
    </Card>
  );
}
