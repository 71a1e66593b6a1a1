import { TextInput } from "@mantine/core";
import { useState } from "react";
import { createToken, type TOKEN_SCOPES } from "../../../core/people/tokens/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";
import { AskForm } from "../../parts/ask-form.tsx";
import form from "../../parts/form.module.css";
import { NameField } from "../../parts/name-field.tsx";
import { troubleAt } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import { dayAfter } from "./last-day.ts";
import { scopeWords } from "./scope-words.ts";
import styles from "./tokens.module.css";

/** Long enough to be no bother, short enough not to be forgotten. In days. */
const GOOD_FOR = 90;

type Scope = (typeof TOKEN_SCOPES)[number];
/** In the order in which they are wanted. */
const offered: readonly Scope[] = ["read", "admin", "ingest"];

export function MakeToken({ onMade }: { onMade: (made: AnswerOf<typeof createToken>) => void }) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["read"]);
  const [expires, setExpires] = useState(() => dayAfter(Date.now(), GOOD_FOR));
  const make = useAsk(createToken, onMade);
  const submit = () => make.mutate({ name, scopes: [...scopes], ...(expires !== "" && { expires }) });
  return (
    <AskForm
      onSubmit={submit}
      error={make.error}
      fields={["/name", "/scopes", "/expires"]}
      busy={make.isPending}
      word="Make it"
    >
      <NameField value={name} onChange={setName} error={make.error} />
      <Scopes chosen={scopes} onChange={setScopes} error={troubleAt("/scopes", make.error)} />
      <TextInput
        type="date"
        label="Last day"
        description="Empty: it is good until you revoke it."
        value={expires}
        onChange={(event) => setExpires(event.currentTarget.value)}
        error={troubleAt("/expires", make.error)}
      />
    </AskForm>
  );
}

interface ScopesProps {
  readonly chosen: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
  readonly error: string | undefined;
}

function Scopes({ chosen, onChange, error }: ScopesProps) {
  const change = (scope: Scope, on: boolean) =>
    onChange(on ? [...chosen, scope] : chosen.filter((each) => each !== scope));
  return (
    <fieldset className={styles.scopes}>
      <legend className={form.legend}>What it may do</legend>
      {offered.map((scope) => (
        <label key={scope}>
          <input
            type="checkbox"
            checked={chosen.includes(scope)}
            onChange={(event) => change(scope, event.currentTarget.checked)}
          />
          <span>
            {scopeWords[scope].means} <span className="soft small">({scope})</span>
          </span>
        </label>
      ))}
      {error && (
        <p role="alert" className={styles.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
