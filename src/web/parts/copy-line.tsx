import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import styles from "./copy-line.module.css";

interface CopyLineProps {
  readonly label: string;
  readonly text: string;
}

/** A text to be taken along. Without TLS a browser lets no page near the clipboard: then it is selected. */
export function CopyLine({ label, text }: CopyLineProps) {
  const line = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    line.current?.select();
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(copied ? "Copied." : "It is selected: copy it with the keyboard.");
  };
  return (
    <div className={styles.copy}>
      <TextInput
        ref={line}
        label={label}
        value={text}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        spellCheck={false}
      />
      <Button variant="default" onClick={copy}>
        Copy<span className="hidden"> {label}</span>
      </Button>
      <p role="status" className="soft small">
        {said}
      </p>
    </div>
  );
}
