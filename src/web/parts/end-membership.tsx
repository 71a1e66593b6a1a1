import { endMembership, type Membership } from "../../core/org/contract.ts";
import { Sure } from "./sure.tsx";
import { useAsk } from "./use-ask.ts";

interface EndMembershipProps {
  /** The membership's. */
  readonly id: string;
  /** The names of both. */
  readonly person: string;
  readonly unit: string;
  readonly role: Membership["role"];
}

export function EndMembership({ id, person, unit, role }: EndMembershipProps) {
  const end = useAsk(endMembership);
  const means = {
    lead: `From today on ${person} does not lead ${unit}, and unless they also belong to it, no longer sees what is its own. What was stays on record.`,
    member: `From today on ${person} does not belong to ${unit}, and no longer sees what is its own. What was stays on record.`,
  };
  return (
    <Sure
      word="End"
      of={`${person}, ${unit}`}
      means={means[role]}
      busy={end.isPending}
      error={end.error}
      onSure={() => end.mutate({ id })}
    />
  );
}
