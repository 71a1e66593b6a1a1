import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { openRound } from "../../../core/loops/pulse/contract.ts";
import form from "../../parts/form.module.css";
import { Trouble, troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";

/** Asks those who belong here today. Without a day it can be answered for a week. */
export function OpenRound({ id, name }: { id: string; name: string }) {
  const [until, setUntil] = useState("");
  const open = useAsk(openRound);
  return (
    <div>
      <div className={form.row}>
        <TextInput
          type="date"
          label="Until"
          description="Empty: for a week."
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={troubleAt("/until", open.error)}
        />
        <Button
          loading={open.isPending}
          onClick={() => open.mutate({ id, ...(until === "" ? {} : { until }) })}
          aria-label={`Open a round: ${name}`}
        >
          Open a round
        </Button>
      </div>
      <Trouble error={open.error} except={["/until"]} />
    </div>
  );
}
