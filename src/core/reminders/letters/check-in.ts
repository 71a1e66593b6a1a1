import { html } from "hono/html";
import type { Letter } from "../../../platform/mail.ts";
import { card, type Foot, footText, link, sheet } from "./sheet.ts";

/** What is asked of one unit, or of the reader alone, on a day. */
export interface Today {
  /** `null` for the reader's own. */
  readonly unit: string | null;
  /** Local, like 09:00. */
  readonly time: string;
  readonly questions: readonly string[];
  readonly href: string;
}

/** What is asked today. A name that somebody chose never stands in a subject. */
export function checkInLetter(today: readonly Today[], foot: Foot): Omit<Letter, "to"> {
  const subject = today.length === 1 ? "Your check-in today" : "Your check-ins today";
  const said = today.map((one) => ({ ...one, title: `${one.unit ?? "Yours alone"}, ${one.time}` }));
  const words = ({ questions }: Today) => (questions.length === 1 ? "Look at it" : "Look at them");
  const text = said.map(
    (one) =>
      `${one.title}\n\n${one.questions.map((question) => `- ${question}\n`).join("")}\n${words(one)}: ${one.href}\n\n\n`,
  );
  const cards = said.map((one) =>
    card(
      one.title,
      html`${one.questions.map((question) => html`<p dir="auto" style="margin:0 0 4px">${question}</p>`)}
<p style="margin:10px 0 0;font-weight:600">${link(one.href, words(one))}</p>`,
    ),
  );
  return {
    subject,
    text: text.join("") + footText(foot),
    html: sheet(subject, html`${cards}`, foot),
    unsubscribe: foot.unsubscribe,
  };
}
