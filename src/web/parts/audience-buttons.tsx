import { Button } from "@mantine/core";
import styles from "./audience-buttons.module.css";

interface AudienceButtonsProps {
  readonly audiences: readonly { readonly slug: string; readonly name: string }[];
  /** The slug of the one to which it is being opened. */
  readonly busy: string | null | undefined;
  readonly onChoose: (slug: string) => void;
}

/** Those to whom something can be opened, each with a button. */
export const AudienceButtons = ({ audiences, busy, onChoose }: AudienceButtonsProps) => (
  <div className={styles.audiences}>
    {audiences.map(({ slug, name }) => (
      <Button key={slug} size="xs" variant="default" loading={busy === slug} onClick={() => onChoose(slug)}>
        Everyone in&nbsp;<span dir="auto">{name}</span>
      </Button>
    ))}
  </div>
);
