import { Link } from "@tanstack/react-router";
import styles from "./quiet.module.css";

/** `can`: whether the reader may say which repositories are read. */
export function ExampleBanner({ can }: { readonly can: boolean }) {
  return (
    <p className={styles.banner}>
      <span>This is Septet's own history, as an example.</span>
      {can && <Link to="/repository">Which repository is yours?</Link>}
    </p>
  );
}
