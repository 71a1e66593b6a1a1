import { useQuery } from "@tanstack/react-query";
import {
  type invitations,
  inviteAgain,
  withdrawInvitation,
} from "../../../core/people/invitations/contract.ts";
import { doorway } from "../../../core/people/sign-in/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { asking } from "../../client.ts";
import { dayText } from "../../parts/dates.ts";
import lists from "../../parts/lists.module.css";
import { Sure } from "../../parts/sure.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";
import styles from "./invitations.module.css";
import { SentLink } from "./sent-link.tsx";

type Invitation = AnswerOf<typeof invitations>["invitations"][number];

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function OneInvitation({ invitation }: { invitation: Invitation }) {
  const { id, name, email, invitedBy, createdAt, expiresAt, expired } = invitation;
  const mail = useQuery(asking(doorway, {})).data?.mail ?? false;
  const again = useAsk(inviteAgain);
  const withdraw = useAsk(withdrawInvitation);
  return (
    <li>
      <div className={lists.what}>
        <span dir="auto">{name}</span> {expired && <span className={lists.tag}>too old</span>}
        <p>{email}</p>
        <p>
          Invited {dayText(createdAt, zone)}
          {invitedBy !== null && (
            <>
              {" by "}
              <span dir="auto">{invitedBy}</span>
            </>
          )}
          , {expired ? "was good" : "good"} until {dayText(expiresAt, zone)}
        </p>
      </div>
      <WordButton
        word={mail ? "Send again" : "New link"}
        of={`for ${name}`}
        busy={again.isPending}
        onClick={() => again.mutate({ id })}
      />
      <Sure
        word="Take back"
        of={`the invitation of ${name}`}
        means={`The link that ${name} has is good no more.`}
        busy={withdraw.isPending}
        error={withdraw.error}
        onSure={() => withdraw.mutate({ id })}
      />
      {again.data && (
        <div className={styles.below}>
          <SentLink sent={again.data} />
        </div>
      )}
      <Trouble error={again.error} />
    </li>
  );
}
