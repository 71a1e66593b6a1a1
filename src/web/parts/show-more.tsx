import { Button } from "@mantine/core";
import { countText } from "./count.ts";
import lists from "./lists.module.css";
import { Trouble } from "./trouble.tsx";

interface ShowMoreProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly error: unknown;
    fetchNextPage(): unknown;
  };
  readonly shown: number;
  readonly total: number;
}

/** How much of a long list is shown, and the next page of it. */
export function ShowMore({ list, shown, total }: ShowMoreProps) {
  if (!list.hasNextPage) return null;
  return (
    <div className={lists.more}>
      <Button
        variant="default"
        size="xs"
        loading={list.isFetchingNextPage}
        onClick={() => list.fetchNextPage()}
      >
        Show more
      </Button>{" "}
      <span className="soft small" role="status">
        {countText(shown)} of {countText(total)}
      </span>
      <Trouble error={list.error} />
    </div>
  );
}
