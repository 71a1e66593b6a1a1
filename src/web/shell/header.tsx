import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import { firstPage } from "../pages/first-page.ts";
import { ColourSwitch } from "./colour-switch.tsx";
import styles from "./shell.module.css";
import { SignOut } from "./sign-out.tsx";
import { UnitMenu } from "./unit-menu.tsx";

export function Header() {
  const all = useQuery(asking(units, {})).data?.units ?? [];
  const { slug } = useParams({ strict: false });
  const here = all.find((unit) => unit.slug === slug) ?? firstPage(all);
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home}>
        Septet
      </Link>
      {here === undefined ? null : all.length > 1 ? (
        <UnitMenu units={all} here={here} current={here.slug === slug} />
      ) : (
        <Link
          to="/units/$slug"
          params={{ slug: here.slug }}
          className={styles.place}
          data-here={here.slug === slug}
        >
          <span dir="auto">{here.name}</span>
        </Link>
      )}
      <div className={styles.tools}>
        <ColourSwitch />
        <SignOut />
      </div>
    </header>
  );
}
