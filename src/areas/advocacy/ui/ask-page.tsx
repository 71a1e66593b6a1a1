import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { Breadcrumb } from "../../../web/parts/breadcrumb.tsx";
import { dayText } from "../../../web/parts/dates.ts";
import { PageTitle } from "../../../web/parts/page-title.tsx";
import { unbroken } from "../../../web/parts/unbroken.ts";
import { type Ask, oneAsk } from "../contract.ts";
import styles from "./advocacy.module.css";
import { toWhom } from "./card-words.ts";
import { Conversation } from "./conversation.tsx";
import { Say } from "./say.tsx";

/** One ask: how it stands, all that both sides said, and what the reader can say now. */
export function AskPage() {
  const { id } = useParams({ from: "/asks/$id" });
  const whole = useSuspenseQuery(asking(oneAsk, { id })).data;
  const { ask } = whole;
  return (
    <div className={styles.page}>
      <PageTitle of={<Breadcrumb places={[ask.from]} here="Ask" />} sentence>
        {ask.title}
      </PageTitle>
      <p className="soft" dir="auto">
        {unbroken(sidesOf(ask))}
      </p>
      <p className={styles.stand} dir="auto">
        {unbroken(beginningLarge(ask.says))}.
      </p>
      <Conversation whole={whole} />
      <Say key={whole.steps.length} ask={ask} />
      <p className={styles.ways}>
        {placesOf(ask).map(({ slug, name }) => (
          <Link key={slug} to="/units/$slug/asks" params={{ slug }} search={{}} dir="auto">
            Asks of {name}
          </Link>
        ))}
      </p>
    </div>
  );
}

/** Who asks whom, by when it matters, and that it is between them. */
function sidesOf({ from, to, mattersBy, sides }: Ask): string {
  const whom = toWhom({ to });
  const asked = to.unit ? "their team" : whom;
  const you = to.unit ? "your team" : "you";
  return [
    `${from.name} asks ${whom}`,
    ...(mattersBy === null ? [] : [`it matters by ${dayText(mattersBy)}`]),
    sides.includes("asking") ? `only your team and ${asked} see it` : `only they and ${you} see it`,
  ].join(" · ");
}

const beginningLarge = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The units of the reader's that it is between. */
const placesOf = ({ sides, from, to }: Ask): Ask["from"][] => [
  ...(sides.includes("asking") ? [from] : []),
  ...(sides.includes("asked") && to.unit ? [to.unit] : []),
];
