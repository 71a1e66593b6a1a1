import { changePerson, type PersonListed } from "../../../core/org/contract.ts";
import { Sure } from "../../parts/sure.tsx";
import { useAsk } from "../../parts/use-ask.ts";

/** Whether somebody runs the installation. */
export function AppointPerson({ person: { id, name, administrator } }: { person: PersonListed }) {
  const change = useAsk(changePerson);
  const means = administrator
    ? `${name} no longer changes teams, people and who owns what, and reads in no repositories.`
    : `${name} may then change teams, people and who owns what, read in repositories, and invite others. It gives no sight of what is a team's own.`;
  return (
    <Sure
      {...{ means, of: name, error: change.error, busy: change.isPending }}
      word={administrator ? "Take the running of Septet back" : "Let them run Septet"}
      onSure={() => change.mutate({ id, administrator: !administrator })}
    />
  );
}
