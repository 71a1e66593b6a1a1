import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Opens } from "../../../web/parts/opens.tsx";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { useAsk } from "../../../web/parts/use-ask.ts";
import { LONGEST, type Purpose, writePurpose } from "../contract.ts";
import { STARTER } from "../examples.ts";
import { Hints } from "./hints.tsx";
import { More } from "./more.tsx";
import styles from "./purpose.module.css";

/** From here on it is said how many characters are left. */
const NEARLY_FULL = 200;

/** The sentence, in the place where it stands, with what helps to write a good one. */
export function PurposeForm({ it, onClose }: { it: Purpose; onClose: () => void }) {
  const [text, setText] = useState(it.holds?.sentence ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const write = useAsk(writePurpose, onClose);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // The first gap is what one writes over.
    const gap = STARTER.indexOf("…");
    if (text === STARTER) field.current?.setSelectionRange(gap, gap + 1);
  }, [text]);
  const save = () => write.mutate({ slug: it.unit.slug, sentence: text });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    // One line: Enter keeps it. While a word is put together from keys, Enter belongs to that.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  const begin = () => {
    setText(STARTER);
    field.current?.focus();
  };
  return (
    <form onSubmit={submit} className={styles.form} aria-label="Purpose" noValidate>
      <Textarea
        ref={field}
        label="Whom do you serve, and what changes for them?"
        description={`One sentence, in their words. ${it.own?.seenBy ?? ""}`}
        classNames={{ input: styles.field, label: styles.label, description: styles.described }}
        rows={3}
        dir="auto"
        maxLength={LONGEST}
        placeholder={STARTER}
        value={text}
        error={troubleAt("/sentence", write.error)}
        onKeyDown={onKey}
        onChange={(event) => setText(event.currentTarget.value.replace(/\s*\n\s*/g, " "))}
      />
      {text.length > NEARLY_FULL && (
        <p className="soft small">{LONGEST - text.length} characters are left.</p>
      )}
      <Hints text={text} />
      <Trouble error={write.error} except={["/sentence"]} />
      <div className={styles.row}>
        <Button type="submit" size="xs" loading={write.isPending} disabled={text.trim() === ""}>
          Keep it
        </Button>
        <Button variant="subtle" color="gray" size="xs" onClick={onClose}>
          Cancel
        </Button>
        <Opens word="More" of="on how to write a good one">
          {() => <More onBegin={text === "" ? begin : null} />}
        </Opens>
      </div>
    </form>
  );
}
