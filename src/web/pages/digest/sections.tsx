import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { stavePlot } from "../../../core/charts/stave-plot.ts";
import type { Section } from "../../../core/reminders/digest-contract.ts";
import { groupsOf, sayStave, titleOf } from "../../../core/reminders/digest-groups.ts";
import { Drawing } from "../../charts/drawing.tsx";
import { SeriesTable } from "../../charts/series-table.tsx";
import { Card } from "../../parts/card.tsx";
import styles from "./digest.module.css";

/** Unit by unit, what went well first. */
export function Sections({ sections }: { sections: readonly Section[] }) {
  if (sections.length === 0) return <p className="soft">Nothing came back, and nothing changed.</p>;
  return (
    <div className={styles.sections}>
      {sections.map((section) => (
        <Card key={section.unit?.slug ?? ""} title={titleOf(section)}>
          <Picture section={section} />
          {groupsOf(section).map(({ title, lines }) => (
            <div key={title} className={styles.group}>
              {title !== "" && <h3>{title}</h3>}
              <ul>
                {lines.map(({ href, title: about, text, day }) => (
                  <li key={href + day + text}>
                    <Link to={href} dir="auto">
                      {about}
                    </Link>
                    <p dir="auto">{text}</p>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Card>
      ))}
    </div>
  );
}

const HEIGHT = 96;

/** As it stands on the time line of the unit's page, with the table beside it for those who do not see it. */
function Picture({ section: { picture } }: { section: Section }) {
  const draw = useCallback(
    (width: number) => stavePlot({ width, height: HEIGHT }, (picture as Drawn).stave, picture as Drawn),
    [picture],
  );
  if (picture === null) return null;
  const { stave, every } = picture;
  const said = sayStave(stave);
  return (
    <figure className={styles.picture}>
      <figcaption className="soft small" dir="auto">
        {said}
      </figcaption>
      <Drawing label={said} height={HEIGHT} draw={draw} />
      {stave.measure && (
        <div className="hidden">
          <SeriesTable
            series={stave}
            caption={`${stave.measure.title}, by ${every}`}
            unit={stave.measure.unit}
            every={every}
          />
        </div>
      )}
    </figure>
  );
}

type Drawn = NonNullable<Section["picture"]>;
