import { changePerson, type PersonListed } from "../../../core/org/contract.ts";
import { Archiving } from "../../parts/archiving.tsx";
import { useAsk } from "../../parts/use-ask.ts";

/** For somebody who left. */
export function ArchivePerson({ person: { id, name, archived } }: { person: PersonListed }) {
  const change = useAsk(changePerson);
  return (
    <Archiving
      of={name}
      archived={archived}
      means={`${name} is signed out everywhere, cannot come in any more and is on no list. What they did stays, and they can be brought back as they were.`}
      change={change}
      onChange={(wanted) => change.mutate({ id, archived: wanted })}
    />
  );
}
