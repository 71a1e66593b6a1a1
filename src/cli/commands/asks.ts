import pc from "picocolors";
import {
  type Ask,
  askFor,
  Helped,
  myAsks,
  oneAsk,
  takeStep,
  unitAsks,
} from "../../areas/advocacy/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import { failField } from "../../platform/errors.ts";
import type { AnswerOf, AskOf } from "../../platform/http/contract.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

/** What `septet ask` takes. Where words need not be said, the option alone is `true`. */
export interface AskOptions {
  readonly id?: string | undefined;
  readonly unit?: string;
  readonly to?: string;
  readonly title?: string;
  readonly why?: string;
  readonly by?: string;
  readonly seen?: true;
  readonly yes?: string | true;
  readonly no?: string;
  readonly carried?: string;
  readonly cameBack?: string;
  readonly done?: string | true;
  readonly helped?: string;
  readonly withdraw?: string | true;
  readonly words?: string;
}

export async function asksCommand({ ask }: Connection, unit: string | undefined, out: Output): Promise<void> {
  if (unit === undefined) {
    const mine = await ask(myAsks, {});
    out.result(mine, () => listed("You are asked for", mine.asks, mine.says));
    return;
  }
  const { asked, received, says, ...rest } = await ask(unitAsks, { slug: unit });
  out.result({ asked, received, says, ...rest }, () =>
    [
      listed(`${unit} asked for`, asked, says.asked),
      listed(`${unit} is asked for`, received, says.received),
    ].join("\n\n"),
  );
}

function listed(title: string, asks: readonly Ask[], says: string | null): string {
  if (asks.length === 0) return harmless(`${title} nothing.`);
  const rows = asks.map((one) => [one.title, `${one.from.name} → ${toWhom(one)}`, one.says, pc.dim(one.id)]);
  return [`${harmless(title)}${says === null ? "" : ` (${says})`}:`, table(rows)].join("\n");
}

const toWhom = ({ to }: Ask): string => to.person?.name ?? to.unit?.name ?? "somebody who is gone";

/** Asks, or says something of an ask that there is, or shows it. */
export async function askCommand({ ask }: Connection, options: AskOptions, out: Output): Promise<void> {
  const whole = await wholeAfter(ask, options);
  out.result(whole, () => linesOf(whole).map(harmless).join("\n"));
}

async function wholeAfter(ask: Connection["ask"], options: AskOptions): Promise<AnswerOf<typeof oneAsk>> {
  const { id } = options;
  const said = stepIn(options);
  if (id === undefined) {
    if (said !== null) failField("/id", "Say of which ask: septet ask ID …; septet asks lists them.");
    return ask(askFor, askIn(options));
  }
  return said === null ? ask(oneAsk, { id }) : ask(takeStep, { id, ...said });
}

function askIn({ unit, to, title, why, by }: AskOptions): AskOf<typeof askFor> {
  if (unit === undefined) return failField("/unit", "Say which team asks, with --unit.");
  if (to === undefined) return failField("/to", "Say whom it asks, with --to.");
  if (title === undefined) return failField("/title", "Say what is needed, with --title.");
  return {
    ...{ slug: unit, title },
    ...(isPerson(to) ? { person: to } : { unit: to }),
    ...(why === undefined ? {} : { why }),
    ...(by === undefined ? {} : { mattersBy: by }),
  };
}

/** An e-mail address or an id; the slug of a unit has neither form. */
const isPerson = (to: string): boolean =>
  to.includes("@") || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(to);

type Said = Omit<AskOf<typeof takeStep>, "id">;

/** The one thing that is said of an ask; null where nothing is. */
function stepIn(options: AskOptions): Said | null {
  const { by, words } = options;
  const said: readonly (Said | false | undefined)[] = [
    options.seen && { kind: "acknowledged" },
    options.yes !== undefined && {
      ...worded("yes", options.yes),
      ...(by === undefined ? {} : { byWhen: by }),
    },
    options.no !== undefined && worded("no", options.no),
    options.carried !== undefined && worded("carried", options.carried),
    options.cameBack !== undefined && worded("came-back", options.cameBack),
    options.done !== undefined && worded("done", options.done),
    options.withdraw !== undefined && worded("withdrawn", options.withdraw),
    options.helped !== undefined && { ...worded("helped", words ?? true), helped: helpedIn(options.helped) },
    words !== undefined && options.helped === undefined && worded("words", words),
  ];
  const [first = null, second] = said.filter((one) => one !== false && one !== undefined);
  if (second) failField("/id", "Say one thing at a time: each is a step of its own.");
  return first;
}

const worded = (kind: Said["kind"], words: string | true): Said =>
  words === true ? { kind } : { kind, words };

function helpedIn(how: string): Helped {
  const helped = Helped.safeParse(how);
  return helped.success ? helped.data : failField("/helped", "Write yes, partly or no.");
}

function linesOf({ ask, steps }: AnswerOf<typeof oneAsk>): string[] {
  const { title, from, asked, askedBy, why, mattersBy, says, id } = ask;
  const matters = mattersBy === null ? "" : ` · it matters by ${mattersBy}`;
  return [
    pc.bold(title),
    `${from.name} asks ${toWhom(ask)}${matters} · ${says}`,
    ...said({ day: asked, who: askedBy?.name, says: "asked", words: why }),
    ...steps.flatMap((step) =>
      said({ day: step.at.slice(0, 10), who: step.by?.name, says: step.says, words: step.words }),
    ),
    pc.dim(id),
  ];
}

function said({
  day,
  who,
  says,
  words,
}: {
  day: string;
  who: string | undefined;
  says: string;
  words: string;
}) {
  const first = `${pc.dim(day)}  ${who ?? "somebody who is gone"} ${says}`;
  return [first, ...(words === "" ? [] : words.split("\n").map((line) => `            ${line}`))];
}
