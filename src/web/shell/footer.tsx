import { Link } from "@tanstack/react-router";
import styles from "./shell.module.css";

/** What explains the rest. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <Link to="/organisation">Teams and people</Link>
      <Link to="/library" search={{}}>
        Library
      </Link>
      <Link to="/measures">How each measure is defined</Link>
      <Link to="/log" search={{}}>
        What was done
      </Link>
      <Link to="/held">What is held about you</Link>
      <Link to="/api/docs">API</Link>
    </footer>
  );
}
