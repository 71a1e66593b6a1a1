import { Link } from "@tanstack/react-router";
import { type ComponentListed, changeComponent } from "../../../core/org/contract.ts";
import { Archiving } from "../../parts/archiving.tsx";
import lists from "../../parts/lists.module.css";
import { Opens } from "../../parts/opens.tsx";
import { spanText } from "../../parts/span-text.ts";
import { useAsk } from "../../parts/use-ask.ts";
import { Claim } from "./claim.tsx";
import { History } from "./history.tsx";

interface ComponentRowProps {
  readonly component: ComponentListed;
  /** Whether the reader may say whose it is. */
  readonly canOwn: boolean;
}

/** What it is, whose it is since when, whose it was, and what can be done about that. */
export function ComponentRow({ component, canOwn }: ComponentRowProps) {
  const { name, title, kind, partOf, example, archived, history } = component;
  const change = useAsk(changeComponent);
  const tags = [kind, partOf && `part of ${partOf}`, example && "example", archived && "archived"];
  return (
    <li>
      <div className={lists.what}>
        <span dir="auto">{title ?? name}</span>{" "}
        <span className={lists.tag} dir="auto">
          {[title && title !== name && name, ...tags].filter(Boolean).join(" · ")}
        </span>
      </div>
      <div className={lists.what}>
        <Owner component={component} />
        {history.length > 1 && <History history={history} />}
      </div>
      {canOwn && !archived && (
        <Opens word={claimable(component) ? "Claim" : "Change"} of={name}>
          {(close) => <Claim component={component} onDone={close} />}
        </Opens>
      )}
      {canOwn && (
        <Archiving
          of={name}
          archived={archived}
          means={`${name} counts for nobody any more, in no figure. What is known of it stays, and it counts again once it is brought back.`}
          change={change}
          onChange={(wanted) => change.mutate({ component: name, archived: wanted })}
        />
      )}
    </li>
  );
}

const claimable = ({ owner, assumed }: ComponentListed) => owner === null || assumed;

function Owner({ component }: { component: ComponentListed }) {
  const { owner, since } = component;
  if (owner === null || claimable(component)) return <span className="soft">nobody has claimed it</span>;
  return (
    <>
      <Link to="/units/$slug" params={{ slug: owner.slug }}>
        <bdi>{owner.name}</bdi>
      </Link>{" "}
      <span className="soft small">{spanText({ from: since, until: null })}</span>
    </>
  );
}
