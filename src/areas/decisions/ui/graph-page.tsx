import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asking } from "../../../web/client.ts";
import { dayText } from "../../../web/parts/dates.ts";
import lists from "../../../web/parts/lists.module.css";
import { arcsOf } from "../arcs.ts";
import { graph } from "../links/contract.ts";
import { sayLink } from "../words.ts";
import styles from "./decisions.module.css";

const ROW = 30;
const ARCS = 150;
const WIDTH = 760;

/** Decisions by the day, the latest above, with arcs between those that have to do with each other; and the same in words. */
export function DecisionGraph({ slug, name }: { slug: string; name: string }) {
  const { nodes, edges } = useSuspenseQuery(asking(graph, { unit: slug })).data;
  const { rows, arcs } = arcsOf(nodes, edges);
  if (arcs.length === 0)
    return (
      <p className={lists.words} dir="auto">
        No decision of {name} that you may read says yet that it replaces, amends, follows or is at odds with
        another one. It is said on the page of a decision.
      </p>
    );
  const height = rows.length * ROW + 10;
  const y = (place: number) => place * ROW + 20;
  return (
    <>
      <div className="scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no fieldset. */}
        <svg
          className={styles.graph}
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          role="group"
          aria-label="What decisions have to do with each other; the list below says it in words"
        >
          {arcs.map(({ from, to, kind, depth }) => (
            <path
              key={`${from} ${to} ${kind}`}
              d={`M ${ARCS} ${y(from)} C ${ARCS - depth} ${y(from)}, ${ARCS - depth} ${y(to)}, ${ARCS} ${y(to)}`}
              strokeDasharray={kind === "conflicts" || kind === "departs" ? "5 4" : undefined}
            >
              <title>{`${rows[from]?.title} ${sayLink(kind, { inverse: false, until: null })} ${rows[to]?.title}`}</title>
            </path>
          ))}
          {rows.map(({ id, title, status }, place) => (
            <g key={id}>
              <circle cx={ARCS} cy={y(place)} r={5} data-open={status !== "accepted"} />
              <a href={`/decisions/${id}`}>
                <text x={ARCS + 14} y={y(place) + 4}>
                  {title.length > 80 ? `${title.slice(0, 79)}…` : title}
                </text>
              </a>
            </g>
          ))}
        </svg>
      </div>
      <section className={styles.below}>
        <h2>In words</h2>
        <ul className={lists.rows}>
          {arcs.map(({ from, to, kind }) => (
            <li key={`${from} ${to} ${kind}`}>
              <p>
                <Named node={rows[from]} />{" "}
                <span className="soft">{sayLink(kind, { inverse: false, until: null })}</span>{" "}
                <Named node={rows[to]} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Named({ node }: { node: { id: string; title: string; date: string | null } | undefined }) {
  if (!node) return null;
  return (
    <>
      <Link to="/decisions/$id" params={{ id: node.id }} dir="auto">
        {node.title}
      </Link>
      {node.date && <span className="soft small"> ({dayText(node.date)})</span>}
    </>
  );
}
