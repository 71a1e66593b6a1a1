import { Button } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { countText } from "../parts/count.ts";
import { FindField } from "../parts/find-field.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { Filters } from "./library/filters.tsx";
import { FoundTexts } from "./library/found-texts.tsx";
import styles from "./library/library.module.css";
import { useLibrary, useLooking } from "./library/use-library.ts";

/** Finds what was written here before, of all that the reader may see. */
export function LibraryPage() {
  const { q = "" } = useSearch({ from: "/library" });
  const look = useLooking();
  const found = useLibrary();
  const results = found.data?.pages.flatMap((page) => page.results) ?? [];
  const [first] = found.data?.pages ?? [];
  const names = new Map(first?.kinds.map(({ kind, one }) => [kind, one]));
  return (
    <div className={styles.page}>
      <PageTitle>Library</PageTitle>
      <FindField
        focused
        label="What was written"
        value={q}
        onFind={(text) => look({ q: text || undefined })}
      />
      <p className="soft small">
        “In quotes” words stand together, and -minus leaves out. A slip of the pen does no harm.
      </p>
      <Trouble error={found.error} />
      {first === undefined ? (
        found.error ? null : (
          <Pending />
        )
      ) : (
        <>
          <Filters kinds={first.kinds} />
          <p role="status" className={results.length === 0 ? "hidden" : "soft small"}>
            {wordsFor(q, { n: results.length, total: first.total })}
          </p>
          <FoundTexts results={results} names={names} fading={found.isPlaceholderData} />
          {results.length === 0 && <Nothing />}
          {found.hasNextPage && (
            <Button
              variant="default"
              size="xs"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function wordsFor(q: string, { n, total }: { n: number; total: number | null }): string {
  if (n === 0) return "Nothing found";
  const many = total === null ? "More than 1,000" : countText(total);
  return q === "" ? `${many} in all, the newest first` : `${many} found`;
}

/** Either there is nothing to be found yet, or what was looked for is not there. */
function Nothing() {
  const { q = "", kind, unit, when } = useSearch({ from: "/library" });
  const look = useLooking();
  const narrowed = kind !== undefined || unit !== undefined || when !== undefined;
  if (q === "" && !narrowed)
    return (
      <p className={styles.words}>
        Here you find by its words whatever was written before: decisions, what was tried and what came of it,
        notes beside charts, purposes. You find what you may read, and nobody finds more. There is nothing
        yet: begin with a note on a measure, or with something that your team tries.
      </p>
    );
  return (
    <>
      <p className={styles.words}>
        Nothing that you may read has all of these words. Fewer words find more, and so does the beginning of
        a word. What belongs to another team is found by you only where they share it.
      </p>
      {narrowed && (
        <Button
          variant="default"
          size="xs"
          onClick={() => look({ kind: undefined, unit: undefined, when: undefined })}
        >
          Look everywhere, at any time
        </Button>
      )}
    </>
  );
}
