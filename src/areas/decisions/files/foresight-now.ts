import { isSame } from "../record/edit/must-show.ts";
import type { Advice, Expectation } from "../record/shape.ts";
import { type AdvisedValue, advisedValue, type ExpectedValue, expectedValue } from "./values.ts";

/** As a file is to hold it: an entry that was read from there stays as it is written there, to its last decimal. */
export const expectsNow = (there: readonly Expectation[], here: readonly ExpectedValue[]): Expectation[] =>
  here.map(
    (value) =>
      there.find((one) => isSame(expectedValue(one), value)) ?? {
        ...{ statement: value.statement, probability: value.sure / 100, resolveBy: value.resolveBy },
      },
  );

export const adviceNow = (there: readonly Advice[], here: readonly AdvisedValue[]): Advice[] =>
  here.map(
    (value) =>
      there.find((one) => isSame(advisedValue(one), value)) ?? {
        ...{ from: value.name, capacity: value.capacity, said: value.said },
        ...{ taken: value.taken, why: value.takenWhy },
      },
  );
