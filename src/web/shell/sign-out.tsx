import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { signOut } from "../../core/people/contract.ts";
import { ask, queries } from "../client.ts";

export function SignOut() {
  const leave = useMutation({
    mutationFn: () => ask(signOut, {}),
    // What this person saw must not stay behind for the next one at this browser.
    onSuccess: () => queries.resetQueries(),
  });
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      loading={leave.isPending}
      onClick={() => leave.mutate()}
    >
      Sign out
    </Button>
  );
}
