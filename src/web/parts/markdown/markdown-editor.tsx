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

/** Markdown, written or as it will read. The editor comes when it is wanted first, and its place waits for it. */
export function MarkdownEditor(props: EditorProps) {
  const [view, setView] = useState<"write" | "read">("write");
  const { label, value } = props;
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
          <Suspense fallback={<div className={`${styles.editor} ${styles.coming}`} aria-busy="true" />}>
            <CodeEditor {...props} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
