import { Link } from "@tanstack/react-router";
import styles from "./quiet.module.css";

export function ExampleBanner() {
  return (
    <p className={styles.banner}>
      <span>This is Septet's own history, as an example.</span>
      <Link to="/repository">Which repository is yours?</Link>
    </p>
  );
}
