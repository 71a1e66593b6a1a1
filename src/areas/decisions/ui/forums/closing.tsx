import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asking } from "../../../../web/client.ts";
import { Opens } from "../../../../web/parts/opens.tsx";
import { Trouble } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { oneForum } from "../../forums/contract.ts";
import { closeMeeting, type Meeting } from "../../forums/meetings/contract.ts";
import styles from "./forums.module.css";
import { PutOn } from "./put-on.tsx";

/** More to talk about, and the end of it. */
export function Closing({ meeting: { id, items, forum, mode, can } }: { meeting: Meeting }) {
  const close = useAsk(closeMeeting);
  const data = useQuery(asking(oneForum, { id: forum.id })).data;
  const open = items.filter(({ phase }) => phase !== "done").length;
  if (!can.close) return null;
  return (
    <div className={styles.here}>
      {mode === "live" && items.length > 0 && data && (
        <Opens word="Add something">{() => <PutOn forum={data} />}</Opens>
      )}
      <Opens word="Close the meeting">
        {() => (
          <>
            <p className="small">
              Its minutes stay as they are then.
              {open > 0 && ` What is open (${open}) goes to the next agenda.`}
            </p>
            <Button size="xs" loading={close.isPending} onClick={() => close.mutate({ id })}>
              Close it
            </Button>
            <Trouble error={close.error} />
          </>
        )}
      </Opens>
    </div>
  );
}
