import { useState } from "react";
import { type Reminders, setReminders } from "../../../core/reminders/contract.ts";
import type { AskOf } from "../../../platform/http/contract.ts";
import { useAsk } from "../../parts/use-ask.ts";

type Wanted = AskOf<typeof setReminders>;

export interface Choices extends Wanted {
  readonly change: (to: Partial<Wanted>) => void;
  readonly error: unknown;
}

/** What is chosen, at once as it is chosen; what the server refuses is as it was. */
export function useChoices({ checkIn, digest, calendar: { titles } }: Reminders): Choices {
  const set = useAsk(setReminders);
  const kept = { checkIn, digest, calendar: { titles } };
  const [wanted, setWanted] = useState<Wanted>(kept);
  const change = (to: Partial<Wanted>) => {
    const next = { ...wanted, ...to };
    setWanted(next);
    set.mutate(next, { onError: () => setWanted(kept) });
  };
  return { ...wanted, change, error: set.error };
}
