import { accounts, open } from "./accounts.ts";
import { whatIsAsked, whatIsInTheWay } from "./asks.ts";
import type { Attempt } from "./attempt.ts";
import { whatIsDecided } from "./decisions.ts";
import { whatIsSolvedTogether } from "./forums.ts";
import { whatIsWritten } from "./library.ts";
import { daysOffAsked, whatIsTried, whatLoopsAsk, whatTurnsTell } from "./loops.ts";
import { whatAGroupOffers } from "./offers.ts";
import { organisation } from "./organisation.ts";
import { repositories, whatATeamIsFor, whatIsHeld, whatIsMeasured, whatIsShared } from "./own-things.ts";
import { whatATeamAsksInRounds } from "./pulse.ts";
import { records } from "./records.ts";
import { whatIsTold } from "./reminders.ts";

/** A route that is not here fails the test that walks them all. */
export const expected: readonly Attempt[] = [
  ...organisation,
  ...whatIsShared,
  ...whatATeamIsFor,
  ...whatIsMeasured,
  ...whatLoopsAsk,
  ...whatTurnsTell,
  ...whatIsTried,
  ...daysOffAsked,
  ...whatATeamAsksInRounds,
  ...whatAGroupOffers,
  ...whatIsHeld,
  ...whatIsAsked,
  ...whatIsInTheWay,
  ...whatIsDecided,
  ...records,
  ...whatIsTold,
  ...whatIsWritten,
  ...whatIsSolvedTogether,
  ...repositories,
  ...accounts,
  ...open,
];
