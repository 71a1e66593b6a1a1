import { markdown } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import { useEffect, useRef } from "react";
import { nonce } from "../../nonce.ts";
import styles from "./markdown.module.css";

export interface EditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string | undefined;
}

const theme = EditorView.theme({
  "&": { fontSize: "14.5px", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "220px" },
  ".cm-content": { caretColor: "var(--ink)", padding: "10px 12px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-wash)" },
});

/** In the colours of the pages, which are there for light and dark. */
const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "650" },
  { tag: tags.strong, fontWeight: "650" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
  {
    tag: [tags.quote, tags.processingInstruction, tags.contentSeparator, tags.angleBracket, tags.tagName],
    color: "var(--soft)",
  },
]);

/** An editor that keeps Markdown as it is written, sign for sign. Tab moves on, as everywhere on the pages. */
export function CodeEditor({ label, value, onChange, hint = "" }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  const first = useRef(value);
  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          EditorView.cspNonce.of(nonce),
          minimalSetup,
          markdown(),
          syntaxHighlighting(colours),
          theme,
          EditorView.lineWrapping,
          placeholder(hint),
          EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", dir: "auto" }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) tell.current(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, hint]);
  useEffect(() => {
    const made = view.current;
    // Only what comes from elsewhere: what is typed is there already.
    if (made && made.state.doc.toString() !== value)
      made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: value } });
  }, [value]);
  return <div ref={place} className={styles.editor} />;
}
