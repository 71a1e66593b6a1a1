import type { Unit } from "../../core/org/contract.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { PageTitle } from "./page-title.tsx";

/** In the place of what a team keeps to itself. */
export function NotShared({ it, words }: { it: Unit; words: string }) {
  return (
    <>
      <PageTitle of={<Breadcrumb places={it.path} here={it.name} />}>This is not shared with you</PageTitle>
      <p dir="auto">{words}</p>
      <p className="soft">What a team measures is the team’s own. It says itself what others see.</p>
    </>
  );
}
