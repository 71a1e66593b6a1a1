import { Button } from "@mantine/core";
import { countText } from "../../parts/count.ts";
import styles from "./measure.module.css";

interface PagerProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, size, total, onPage }: PagerProps) {
  const last = Math.ceil(total / size);
  const first = (page - 1) * size + 1;
  return (
    <nav aria-label="Pages of evidence" className={styles.pager}>
      <Button variant="default" size="xs" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Newer
      </Button>
      <span className="soft small" role="status">
        {countText(first)} to {countText(Math.min(total, page * size))} of {countText(total)}
      </span>
      <Button variant="default" size="xs" disabled={page >= last} onClick={() => onPage(page + 1)}>
        Older
      </Button>
    </nav>
  );
}
