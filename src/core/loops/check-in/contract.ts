import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { MeasureAnswer } from "../../measures/contract.ts";
import { UnitBrief } from "../../org/contract.ts";
import { Direction, Guess, Loop, line, NamedDay, Next, Sense, Sure, Turn, words } from "../contract.ts";
import { Mark } from "../marks.ts";

const day = z.iso.date();

/** One question of a check-in, with all that is needed to look at it and to make sense of it. */
export const CheckInItem = z.object({
  loop: Loop,
  turn: Turn,
  /** What it looks at. */
  answers: z.array(MeasureAnswer),
  /** What happened since the last turn: notes, experiments, what came and went. */
  since: z.array(Mark),
  /** What the team guessed at the turn before, with what came of it as of now. */
  guessed: Guess.nullable(),
  /** What the person who asks guessed then. */
  mineGuessed: Guess.nullable(),
  /** What is unusual and was not when the team looked last, in words. Empty: normal ups and downs, or not enough to say. */
  unusual: z.array(z.string()),
  /** Nothing unusual, and nothing written yet: it can be done with one click. */
  quiet: z.boolean(),
  /** Whether the next reading can be guessed: there is a series, and its latest value is known. */
  canGuess: z.boolean(),
});
export type CheckInItem = z.infer<typeof CheckInItem>;

export const CheckIn = z.object({
  /** `null` for one's own. */
  unit: UnitBrief.nullable(),
  today: day,
  items: z.array(CheckInItem),
  /** What comes next, where nothing is due. */
  next: z.array(z.object({ loop: z.uuid(), question: z.string(), day })),
  /** What a turn can lead to, besides trying something: `{ kind: "ask", title: "Ask for help" }`. */
  followUps: z.array(z.object({ kind: z.string(), title: z.string() })),
});
export type CheckIn = z.infer<typeof CheckIn>;

export const checkIn = contract({
  method: "GET",
  path: "/api/check-in",
  summary: "All questions of a team, or of one's own, that are due, on one page",
  input: z.object({
    /** The slug; without it, one's own. */
    unit: z.string().optional(),
    /** A loop that shall be looked at although it is not due. */
    also: z.uuid().optional(),
  }),
  output: CheckIn,
});

/** A turn is known by its loop and the day on which it was due. */
const place = { id: z.uuid(), due: NamedDay };

export const writeTurn = contract({
  method: "PATCH",
  path: "/api/loops/:id/turns/:due",
  summary: "Write down what one makes of a question, for all who are looking at it; it can go on later",
  input: z.object({
    ...place,
    /** With words, the version of them that was changed. If there is a newer one by now, nothing is written: a conflict. */
    version: z.int().min(0).optional(),
    sense: Sense.nullable().optional(),
    note: words(4_000).optional(),
    annotation: words(500).optional(),
    next: Next.nullable().optional(),
  }),
  output: Turn,
});

export const guessNext = contract({
  method: "PUT",
  path: "/api/loops/:id/turns/:due/guess",
  summary: "Guess what the next reading will be, as the team or for oneself alone; or take that back",
  input: z.object({
    ...place,
    /** For oneself alone: nobody else sees it, nor whether it was right. */
    mine: z.boolean().default(false),
    /** `null` takes it back. */
    direction: Direction.nullable(),
    sure: Sure.nullable().default(null),
  }),
  output: Turn,
});

export const finishTurn = contract({
  method: "POST",
  path: "/api/loops/:id/turns/:due/done",
  summary: "Say that a question is done for this time; what was looked at is kept as it was",
  input: z.object(place),
  output: Turn,
});

export const finishQuiet = contract({
  method: "POST",
  path: "/api/check-in/quiet",
  summary: "Nothing unusual: done, for all questions of which that is so",
  input: z.object({
    /** The slug; without it, one's own. */
    unit: z.string().optional(),
    turns: z
      .array(z.object({ loop: z.uuid(), due: day }))
      .min(1)
      .max(100),
  }),
  output: z.object({ done: z.array(Turn) }),
});

export const showTurn = contract({
  method: "PUT",
  path: "/api/loops/:id/turns/:due/shown",
  summary:
    "Show the reading of a turn to those with whom the loop is shared, with words for them, or take it back",
  input: z.object({ ...place, show: z.boolean(), annotation: words(500).optional() }),
  output: z.object({}),
});

/** Where an experiment or something else begins from a turn. */
export const FromTurn = z.object({ loop: z.uuid(), due: NamedDay });
export const Title = line(300);
