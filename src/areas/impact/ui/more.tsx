import { Button } from "@mantine/core";
import { examples, STARTER } from "../examples.ts";
import styles from "./purpose.module.css";

/** A form to begin with, for who has written nothing yet, and good ones of others. */
export function More({ onBegin }: { onBegin: (() => void) | null }) {
  return (
    <>
      {onBegin && (
        <Button size="xs" variant="default" mb="sm" onClick={onBegin}>
          Begin with “{STARTER}”
        </Button>
      )}
      <ul className={styles.list}>
        {examples.map(({ of, sentence }) => (
          <li key={of}>
            <p className={styles.quoted}>{sentence}</p>
            <p className="soft small">The purpose of {of}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
