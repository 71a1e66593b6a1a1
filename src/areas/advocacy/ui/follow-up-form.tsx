import { useState } from "react";
import type { FollowUpProps } from "../../../web/area-parts.ts";
import { UnitChoice } from "../../../web/parts/unit-choice.tsx";
import { AskForHelp } from "./ask-for-help.tsx";

/** In a check-in: an ask that begins from what was looked at. From a look of one's own it is asked for a team that one is of. */
export function FollowUpForm({ slug, from, why, onDone }: FollowUpProps) {
  const [team, setTeam] = useState<string | null>(slug);
  return (
    <>
      {slug === null && (
        <UnitChoice label="For which team?" chosen={team} onChoose={setTeam} among={({ own }) => own} />
      )}
      {team !== null && <AskForHelp key={team} slug={team} from={from} why={why} onDone={onDone} />}
    </>
  );
}
