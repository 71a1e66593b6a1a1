import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { AskForm } from "../../../../web/parts/ask-form.tsx";
import { Opens } from "../../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { beginMeeting, type Forum } from "../../forums/contract.ts";
import styles from "./forums.module.css";

/** Now, for those who are there; or in writing, over some days. */
export function BeginMeeting({ forum: { id, items } }: { forum: Forum }) {
  const navigate = useNavigate();
  const [until, setUntil] = useState("");
  const begin = useAsk(beginMeeting, (meeting) =>
    navigate({ to: "/meetings/$id", params: { id: meeting.id } }),
  );
  const writes = begin.variables?.mode === "over-days";
  return (
    <section>
      <div className={styles.here}>
        <Button
          variant={items.length > 0 ? "filled" : "default"}
          loading={begin.isPending && !writes}
          onClick={() => begin.mutate({ id })}
        >
          Begin the meeting
        </Button>
        {items.length > 0 && (
          <Opens word="Or in writing, over some days">
            {() => (
              <AskForm
                onSubmit={() => begin.mutate({ id, mode: "over-days", ...(until === "" ? {} : { until }) })}
                error={begin.error}
                fields={["/until"]}
                busy={begin.isPending && writes}
                word="Begin it in writing"
                small
              >
                <TextInput
                  type="date"
                  label="By when shall all have spoken?"
                  value={until}
                  error={troubleAt("/until", begin.error)}
                  onChange={(event) => setUntil(event.currentTarget.value)}
                />
              </AskForm>
            )}
          </Opens>
        )}
      </div>
      {!writes && <Trouble error={begin.error} />}
    </section>
  );
}
