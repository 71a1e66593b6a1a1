import { Link } from "@tanstack/react-router";
import styles from "./organisation.module.css";

/** The three ways to look at an organisation. */
export function OrganisationNav() {
  return (
    <nav aria-label="The organisation" className={styles.nav}>
      <Link to="/organisation">Teams and groups</Link>
      <Link to="/people">People</Link>
      <Link to="/components">Components</Link>
    </nav>
  );
}
