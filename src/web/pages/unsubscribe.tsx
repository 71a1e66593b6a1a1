import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { unsubscribe } from "../../core/reminders/contract.ts";
import { ask } from "../client.ts";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { Trouble } from "../parts/trouble.tsx";

const words = {
  "check-in": "You get no more letters on the day of a check-in.",
  digest: "You get no more digests.",
} as const;

/** Asked before anything is done: programs that look through mail open every address in it. */
export function UnsubscribePage() {
  const { token } = useParams({ from: "/unsubscribe/$token" });
  const off = useMutation({ mutationFn: () => ask(unsubscribe, { token }) });
  return (
    <>
      <PageTitle>Get this letter no more</PageTitle>
      {off.data ? (
        <p role="status">
          {words[off.data.kind]} <Link to="/reminders">Choose what you get</Link>
        </p>
      ) : (
        <>
          <p className={lists.words}>You need not sign in for this, and can have it again at any time.</p>
          <Button loading={off.isPending} onClick={() => off.mutate()}>
            Get it no more
          </Button>
          <Trouble error={off.error} />
        </>
      )}
    </>
  );
}
