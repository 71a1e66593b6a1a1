import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type createToken, revokeToken, tokens } from "../../core/people/tokens/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import { asking } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { CopyLine } from "../parts/copy-line.tsx";
import { agoText, dayText } from "../parts/dates.ts";
import lists from "../parts/lists.module.css";
import { Opens } from "../parts/opens.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Sure } from "../parts/sure.tsx";
import { useAsk } from "../parts/use-ask.ts";
import { lastDay } from "./tokens/last-day.ts";
import { MakeToken } from "./tokens/make-token.tsx";
import { scopeWords } from "./tokens/scope-words.ts";
import styles from "./tokens/tokens.module.css";

type Made = AnswerOf<typeof createToken>;
type Token = AnswerOf<typeof tokens>["tokens"][number];

/** The reader's own tokens, with which programs act as them. */
export function TokensPage() {
  const own = useSuspenseQuery(asking(tokens, {})).data.tokens;
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      <PageTitle>API tokens</PageTitle>
      <p className={lists.words}>
        With a token a program acts as you, for as much as you allow it. What can be asked is on{" "}
        <Link to="/api/docs">the page about the API</Link>.
      </p>
      {made && <NewToken made={made} />}
      <div className={lists.tools}>
        <Opens word="Make a token">
          {(close) => (
            <MakeToken
              onMade={(token) => {
                close();
                setMade(token);
              }}
            />
          )}
        </Opens>
      </div>
      <ul className={lists.rows}>
        {own.map((token) => (
          <OneToken key={token.id} token={token} onRevoked={() => setMade(null)} />
        ))}
      </ul>
      {own.length === 0 && <p className={lists.words}>You have none.</p>}
    </>
  );
}

const NewToken = ({ made }: { made: Made }) => (
  <Card title="Your new token" className={styles.made}>
    <p role="status">
      Copy it now: it is not shown again. Whoever has it acts as you, so keep it as you would a password.
    </p>
    <CopyLine label={made.name} text={made.token} />
  </Card>
);

function OneToken({ token, onRevoked }: { token: Token; onRevoked: () => void }) {
  const { id, name, scopes, createdAt, expiresAt, expired, lastUsedAt } = token;
  const revoke = useAsk(revokeToken, onRevoked);
  const until = expiresAt === null ? "without end" : `until ${dayText(lastDay(expiresAt))}`;
  return (
    <li>
      <div className={lists.what}>
        <span dir="auto">{name}</span> {expired && <span className={lists.tag}>no longer good</span>}
        <p>May {scopes.map((scope) => scopeWords[scope].may).join(", ")}</p>
        <p>
          Made {dayText(createdAt)}, {until},{" "}
          {lastUsedAt === null ? "never used" : `last used ${agoText(lastUsedAt, Date.now())}`}
        </p>
      </div>
      <Sure
        word="Revoke"
        of={name}
        means="Programs that use it can no longer come in, from now on."
        busy={revoke.isPending}
        error={revoke.error}
        onSure={() => revoke.mutate({ id })}
      />
    </li>
  );
}
