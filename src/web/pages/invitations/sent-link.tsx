import type { invite } from "../../../core/people/invitations/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { CopyLine } from "../../parts/copy-line.tsx";
import styles from "./invitations.module.css";

/** A new link, which is told once. */
export const SentLink = ({ sent }: { sent: AnswerOf<typeof invite> }) => (
  <div className={styles.sent}>
    <p role="status">
      {sent.mailed ? "It is on its way by mail to " : "Septet cannot send mail here. Give this link to "}
      <span dir="auto">{sent.invitation.name}</span>
      {sent.mailed && `, ${sent.invitation.email}`}. It works once, within seven days, and is not shown again.
    </p>
    <CopyLine label={`Link for ${sent.invitation.email}`} text={sent.url} />
  </div>
);
