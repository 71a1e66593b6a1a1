import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { endOtherSessions, endSession, sessions } from "../../../core/people/account/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { asking } from "../../client.ts";
import { agoText, dayText } from "../../parts/dates.ts";
import lists from "../../parts/lists.module.css";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { WordButton } from "../../parts/word-button.tsx";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The browsers in which the reader is signed in, and the way to sign out of those that are not at hand. */
export function Browsers() {
  const { data, error } = useQuery(asking(sessions, {}));
  const end = useAsk(endOtherSessions);
  if (!data) return <Trouble error={error} />;
  return (
    <>
      <ul className={lists.rows}>
        {data.sessions.map((session) => (
          <OneBrowser key={session.id} session={session} />
        ))}
      </ul>
      {data.sessions.length > 1 && (
        <Button mt="md" variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate({})}>
          Sign out everywhere but here
        </Button>
      )}
      <Trouble error={end.error} />
    </>
  );
}

type Session = AnswerOf<typeof sessions>["sessions"][number];

function OneBrowser({ session: { id, device, since, lastSeen, current } }: { session: Session }) {
  const end = useAsk(endSession);
  return (
    <li>
      <div className={lists.what}>
        {device} {current && <span className={lists.tag}>this browser</span>}
        <p>
          Since {dayText(since, zone)}
          {!current && `, last seen ${agoText(lastSeen, Date.now())}`}
        </p>
      </div>
      {!current && (
        <WordButton word="Sign out" of={device} busy={end.isPending} onClick={() => end.mutate({ id })} />
      )}
      <Trouble error={end.error} />
    </li>
  );
}
