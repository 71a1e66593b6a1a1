import { Link } from "@tanstack/react-router";
import lists from "../../../../web/parts/lists.module.css";
import { Trouble } from "../../../../web/parts/trouble.tsx";
import { useAsk } from "../../../../web/parts/use-ask.ts";
import { WordButton } from "../../../../web/parts/word-button.tsx";
import { type AgendaItem, changeItem, type Forum, takeOff } from "../../forums/contract.ts";
import styles from "./forums.module.css";

/** What the next meeting begins with, in its order. */
export function Agenda({ forum: { items, can } }: { forum: Forum }) {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  if (items.length === 0)
    return (
      <p className={lists.words}>
        Nothing is on it yet. Take up what is proposed or asked for, or write a line on what you would like to
        talk about.
      </p>
    );
  return (
    <>
      <ol className={lists.rows}>
        {items.map((item, n) => (
          <Line key={item.id} item={item} {...{ n, last: n === items.length - 1, can: can.takePart }} />
        ))}
      </ol>
      <p className="soft small">{minutes} minutes in all.</p>
    </>
  );
}

interface LineProps {
  readonly item: AgendaItem;
  readonly n: number;
  readonly last: boolean;
  readonly can: boolean;
}

function Line({ item, n, last, can }: LineProps) {
  const { id, title, href, minutes, unit, putBy, carried } = item;
  const change = useAsk(changeItem);
  const off = useAsk(takeOff);
  const busy = change.isPending || off.isPending;
  const says = [
    `${minutes} min`,
    ...(unit ? [unit.name] : []),
    carried ? "open from last time" : `by ${putBy?.name ?? "somebody who is gone"}`,
  ].join(" · ");
  return (
    <li>
      <div className={lists.what}>
        {href === null ? (
          <span dir="auto">{title}</span>
        ) : (
          <Link to={href} dir="auto">
            {title}
          </Link>
        )}
        <p dir="auto">{says}</p>
      </div>
      {can && (
        <span className={styles.tools}>
          {n > 0 && (
            <WordButton word="Up" of={title} busy={busy} onClick={() => change.mutate({ id, place: n })} />
          )}
          {!last && (
            <WordButton
              word="Down"
              of={title}
              busy={busy}
              onClick={() => change.mutate({ id, place: n + 2 })}
            />
          )}
          <WordButton
            word="5 min more"
            of={`for ${title}`}
            busy={busy || minutes > 475}
            onClick={() => change.mutate({ id, minutes: minutes + 5 })}
          />
          {minutes > 5 && (
            <WordButton
              word="5 less"
              of={`for ${title}`}
              busy={busy}
              onClick={() => change.mutate({ id, minutes: minutes - 5 })}
            />
          )}
          <WordButton word="Take off" of={title} busy={busy} onClick={() => off.mutate({ id })} />
        </span>
      )}
      <Trouble error={change.error ?? off.error} />
    </li>
  );
}
