import type { RefObject } from "react";
import { AudienceButtons } from "../../../web/parts/audience-buttons.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import { type OwnPurpose, openPurpose } from "../contract.ts";

interface WhoReadsItProps {
  readonly slug: string;
  readonly own: OwnPurpose;
  /** Where the focus goes when the word that had it is gone. */
  readonly change: RefObject<HTMLButtonElement | null>;
}

/** The way to open the purpose to others, and to take it back. */
export function WhoReadsIt({ slug, own: { audience, audiences }, change }: WhoReadsItProps) {
  const open = useAsk(openPurpose, () => change.current?.focus());
  const others = audiences.filter((one) => one.slug !== audience?.slug);
  return (
    <>
      {audience && (
        <WordButton
          word="Take it back"
          of={`from ${audience.name}`}
          busy={open.isPending}
          onClick={() => open.mutate({ slug, audience: null })}
        />
      )}
      {others.length > 0 && (
        <Opens word={audience ? "Open it to others instead" : "Open it to others"}>
          {(close) => (
            <>
              <p className="small">
                They read the sentence that holds, and nothing of what it was before. You can take it back at
                any time.
              </p>
              <AudienceButtons
                audiences={others}
                busy={open.isPending ? open.variables.audience : undefined}
                onChoose={(to) => open.mutate({ slug, audience: to }, { onSuccess: close })}
              />
            </>
          )}
        </Opens>
      )}
      <Trouble error={open.error} />
    </>
  );
}
