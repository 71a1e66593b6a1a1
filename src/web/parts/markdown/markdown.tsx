import type { ReactNode } from "react";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import styles from "./markdown.module.css";
import { isTooMuch } from "./too-much.ts";

/** What somebody wrote in Markdown. HTML in it is shown as it is written, scripts have no address, and pictures of elsewhere are links. */
export const MarkdownText = ({ text }: { text: string }) => (
  <div className={styles.text} dir="auto">
    {isTooMuch(text) ? (
      <div className={styles.plain}>{text}</div>
    ) : (
      <Markdown remarkPlugins={plugins} components={components}>
        {text}
      </Markdown>
    )}
  </div>
);

const plugins = [remarkGfm];

const components = {
  // A page has one first heading, which is the title.
  h1: ({ children }: { children?: ReactNode }) => <h2>{children}</h2>,
  a: ({ href, children }: { href?: string | undefined; children?: ReactNode }) => (
    <a href={href} rel="noreferrer nofollow ugc">
      {children}
    </a>
  ),
  // What is wider than the page scrolls by itself, with the keyboard too.
  pre: ({ children }: { children?: ReactNode }) => <Scrolls>{<pre>{children}</pre>}</Scrolls>,
  table: ({ children }: { children?: ReactNode }) => <Scrolls>{<table>{children}</table>}</Scrolls>,
  // Whoever reads a text should not be told to wherever a picture in it comes from.
  img: ({ src, alt }: { src?: string | Blob | undefined; alt?: string | undefined }) => (
    <a href={typeof src === "string" ? src : undefined} rel="noreferrer nofollow ugc">
      {alt || "a picture"}
    </a>
  ),
};

const Scrolls = ({ children }: { children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the keys.
  <div className={styles.scrolls} tabIndex={0}>
    {children}
  </div>
);
