import { AudienceButtons } from "../../../web/parts/audience-buttons.tsx";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { WordButton } from "../../../web/parts/word-button.tsx";
import { type Decision, openDecision } from "../contract.ts";

/** The way to open a decision to others, and to take it back. */
export function WhoReads({ it: { id, audience, audiences } }: { it: Decision }) {
  const open = useAsk(openDecision);
  const others = audiences.filter((one) => one.slug !== audience?.slug);
  return (
    <>
      {audience && (
        <WordButton
          word="Take it back"
          of={`from ${audience.name}`}
          busy={open.isPending}
          onClick={() => open.mutate({ id, audience: null })}
        />
      )}
      {others.length > 0 && (
        <Opens word={audience ? "Open it to others instead" : "Open it to others"}>
          {(close) => (
            <>
              <p className="small">
                They read the text, what is expected, advice, what came of it, and what the measures said that
                are kept with it. Earlier versions and how well it was decided stay with you.
              </p>
              <AudienceButtons
                audiences={others}
                busy={open.isPending ? open.variables.audience : undefined}
                onChoose={(slug) => open.mutate({ id, audience: slug }, { onSuccess: close })}
              />
            </>
          )}
        </Opens>
      )}
      <Trouble error={open.error} />
    </>
  );
}
