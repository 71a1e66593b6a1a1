import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { signInByProvider } from "../../../core/people/sign-in/contract.ts";
import { ask } from "../../client.ts";
import { Trouble } from "../../parts/trouble.tsx";

interface ByProviderProps {
  readonly name: string;
  readonly next: string | undefined;
}

/** Leaves for the organisation's own sign-in, which sends the browser back. */
export function ByProvider({ name, next }: ByProviderProps) {
  const leave = useMutation({
    mutationFn: () => ask(signInByProvider, next === undefined ? {} : { next }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <div>
      <Button variant="default" loading={leave.isPending || leave.isSuccess} onClick={() => leave.mutate()}>
        Sign in with&nbsp;<span dir="auto">{name}</span>
      </Button>
      <Trouble error={leave.error} />
    </div>
  );
}
