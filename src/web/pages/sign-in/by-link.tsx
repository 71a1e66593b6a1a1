import styles from "./sign-in.module.css";

/** For whoever can reach the machine on which Septet runs. */
export const ByLink = () => (
  <div className={styles.link}>
    <p>On the machine and in the folder where Septet runs, type</p>
    <pre>
      <code>npx septet sign-in-link</code>
    </pre>
    <p>and open the link that it prints. It works once, and signs this browser in.</p>
  </div>
);
