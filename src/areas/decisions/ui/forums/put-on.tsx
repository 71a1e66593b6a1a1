import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import form from "../../../../web/parts/form.module.css";
import lists from "../../../../web/parts/lists.module.css";
import { Trouble, troubleAt } from "../../../../web/parts/trouble.tsx";
import { unbroken } from "../../../../web/parts/unbroken.ts";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { WordButton } from "../../../../web/parts/word-button.tsx";
import { type Forum, putItem, type Suggested } from "../../forums/contract.ts";

/** What could be taken up, drawn from what is open, and a line of one's own. */
export function PutOn({ forum: { id, suggested } }: { forum: Pick<Forum, "id" | "suggested"> }) {
  const [title, setTitle] = useState("");
  const put = useAsk(putItem, () => setTitle(""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ id, title });
  };
  return (
    <section>
      {suggested.length > 0 && (
        <>
          <h2>What is open</h2>
          <p className="soft small">Once it is taken up, those who take part can read it.</p>
          <ul className={lists.rows}>
            {suggested.map((one) => (
              <Line key={one.id} one={one} forum={id} />
            ))}
          </ul>
        </>
      )}
      <form onSubmit={submit} className={form.row}>
        <TextInput
          label="Something else to talk about"
          dir="auto"
          style={{ flex: "1 1 260px" }}
          value={title}
          error={troubleAt("/title", put.error)}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={put.isPending} disabled={title.trim() === ""}>
          Put it on the agenda
        </Button>
      </form>
      <Trouble error={put.error} except={["/title"]} />
    </section>
  );
}

function Line({ one, forum }: { one: Suggested; forum: string }) {
  const put = useAsk(putItem);
  return (
    <li>
      <div className={lists.what}>
        <Link to={one.href} dir="auto">
          {one.title}
        </Link>
        <p dir="auto">{unbroken([...(one.unit ? [one.unit.name] : []), one.says].join(" · "))}</p>
      </div>
      <WordButton
        word="Take up"
        of={one.title}
        busy={put.isPending}
        onClick={() =>
          put.mutate({ id: forum, ...(one.kind === "ask" ? { ask: one.id } : { decision: one.id }) })
        }
      />
      <Trouble error={put.error} />
    </li>
  );
}
