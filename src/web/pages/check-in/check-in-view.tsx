import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type CheckIn, finishQuiet } from "../../../core/loops/check-in/contract.ts";
import { dayText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { useAsk } from "../../parts/use-ask.ts";
import styles from "./check-in.module.css";
import { Question } from "./question.tsx";
import { useLive } from "./use-live.ts";

interface CheckInViewProps {
  /** The unit's; `null` is one's own. */
  readonly slug: string | null;
  readonly shown: CheckIn;
}

/** What is due, with one click for all that is quiet; what others write is seen while they do. */
export function CheckInView({ slug, shown }: CheckInViewProps) {
  useLive(slug);
  const { items, next } = shown;
  if (items.length === 0) return <NothingDue slug={slug} next={next} />;
  return (
    <>
      <Quiet slug={slug} items={items} />
      {items.map((item) => (
        <Question key={item.loop.id} slug={slug} item={item} followUps={shown.followUps} />
      ))}
    </>
  );
}

function Quiet({ slug, items }: { slug: string | null; items: CheckIn["items"] }) {
  const quiet = items.filter((item) => item.quiet);
  const done = useAsk(finishQuiet);
  if (quiet.length === 0) return null;
  const turns = quiet.map(({ loop, turn }) => ({ loop: loop.id, due: turn.due }));
  const which =
    items.length === 1
      ? ""
      : quiet.length === items.length
        ? " in any"
        : ` in ${quiet.length} of ${items.length}`;
  return (
    <div className={styles.quiet}>
      <Button
        loading={done.isPending}
        onClick={() => done.mutate({ ...(slug === null ? {} : { unit: slug }), turns })}
      >
        Nothing unusual{which}. Done.
      </Button>
      <Trouble error={done.error} />
    </div>
  );
}

/** When there is nothing to do, what comes next; whoever wants to look all the same, may. */
function NothingDue({ slug, next }: { slug: string | null; next: CheckIn["next"] }) {
  const to = slug === null ? "/check-in" : `/units/${slug}/check-in`;
  if (next.length === 0)
    return (
      <p className="soft">
        No question is asked here yet.{" "}
        {slug === null ? (
          <Link to="/loops/new">Ask yourself one</Link>
        ) : (
          <Link to="/units/$slug/loops/new" params={{ slug }}>
            Begin with one
          </Link>
        )}
        .
      </p>
    );
  return (
    <>
      <p className="soft">Everything was looked at. This comes next:</p>
      <ul className={styles.next}>
        {next.map(({ loop, question, day }) => (
          <li key={loop}>
            <span dir="auto">{question}</span>{" "}
            <span className="soft small">
              on {dayText(day)} ·{" "}
              <Link to={to} search={{ also: loop }}>
                look now all the same
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
