import { PageTitle } from "../parts/page-title.tsx";
import styles from "./shell.module.css";

/** Says how to get in; there is no password to type. */
export function SignedOut() {
  const spent = new URLSearchParams(window.location.search).get("link") === "spent";
  return (
    <main id="main" className={styles.door}>
      <p className={styles.wordmark}>Septet</p>
      <PageTitle>Come in with a link</PageTitle>
      {spent && <p role="status">That link was used already, or is too old. A new one is quickly made.</p>}
      <p>On the machine and in the folder where Septet runs, type</p>
      <pre className={styles.command}>
        <code>npx septet sign-in-link</code>
      </pre>
      <p>and open the link that it prints. It works once, and signs this browser in.</p>
    </main>
  );
}
