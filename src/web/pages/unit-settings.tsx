import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { unit } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { Breadcrumb } from "../parts/breadcrumb.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { ArchiveUnit } from "./unit-settings/archive-unit.tsx";
import { Channel } from "./unit-settings/channel.tsx";
import { DaysOff } from "./unit-settings/days-off.tsx";
import { MoveUnit } from "./unit-settings/move-unit.tsx";
import { NameAndDays } from "./unit-settings/name-and-days.tsx";
import { OwnedHere } from "./unit-settings/owned-here.tsx";
import { UnitPeople } from "./unit-settings/unit-people.tsx";

/** Who belongs to a team or group, what it owns, and what it is called; each can be changed by those who may. */
export function UnitSettingsPage() {
  const { slug } = useParams({ from: "/units/$slug/settings" });
  const { data: it } = useSuspenseQuery(asking(unit, { slug }));
  const movable = it.can.structure && it.kind !== "organisation";
  return (
    <>
      <PageTitle of={<Breadcrumb places={[...it.path, it]} here="People and settings" />}>
        {it.name}
      </PageTitle>
      {it.archived && (
        <p className="soft">Archived: it is on no list, and can be brought back at the end of this page.</p>
      )}
      <UnitPeople key={slug} it={it} />
      <OwnedHere it={it} />
      <NameAndDays key={`${slug} days`} it={it} />
      <DaysOff key={`${slug} off`} it={it} />
      <Channel key={`${slug} channel`} it={it} />
      {movable && <MoveUnit key={`${slug} place`} it={it} />}
      {movable && <ArchiveUnit it={it} />}
    </>
  );
}
