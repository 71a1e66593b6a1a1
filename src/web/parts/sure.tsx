import { Button } from "@mantine/core";
import { Opens } from "./opens.tsx";
import { Trouble } from "./trouble.tsx";

interface SureProps {
  readonly word: string;
  readonly of?: string;
  /** What will be when it is done. */
  readonly means: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSure: () => void;
}

/** Something that one may want to think about for a moment: says what it means before it does it. */
export function Sure({ word, of, means, busy, error, onSure }: SureProps) {
  return (
    <Opens word={word} {...(of === undefined ? {} : { of })}>
      {(close) => (
        <>
          <p dir="auto">{means}</p>
          <Trouble error={error} />
          <Button mt="xs" mr="xs" size="xs" loading={busy} onClick={onSure}>
            {word}
            {of && <span className="hidden"> {of}, for sure</span>}
          </Button>
          <Button mt="xs" size="xs" variant="default" onClick={close}>
            Leave it
          </Button>
        </>
      )}
    </Opens>
  );
}
