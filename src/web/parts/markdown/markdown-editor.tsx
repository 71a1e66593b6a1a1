import { Textarea } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { Chips } from "../chips.tsx";
import type { EditorProps } from "./code-editor.tsx";
import styles from "./markdown.module.css";
import { MarkdownText } from "./markdown.tsx";

const CodeEditor = lazy(() => import("./code-editor.tsx").then((module) => ({ default: module.CodeEditor })));

const views = [
  { value: "write", word: "Write" },
  { value: "read", word: "As it will read" },
] as const;

/** Markdown, written or as it will read. Until the editor is there a plain field takes what is typed. */
export function MarkdownEditor(props: EditorProps) {
  const [view, setView] = useState<"write" | "read">("write");
  const { label, value, onChange } = props;
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <Chips
        label={`${label}: how it is shown`}
        options={views}
        chosen={view}
        onChoose={(one) => setView(one ?? "write")}
      />
      <div style={{ marginBlockStart: 8 }}>
        {view === "read" ? (
          <MarkdownText text={value} />
        ) : (
          <Suspense
            fallback={
              <Textarea
                aria-label={label}
                rows={10}
                dir="auto"
                value={value}
                onChange={(event) => onChange(event.currentTarget.value)}
              />
            }
          >
            <CodeEditor {...props} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
