import { useEffect } from "react";
import { checkIn } from "../../../core/loops/check-in/contract.ts";
import { LIVE_PATH } from "../../../core/loops/live.ts";
import { every, queries } from "../../client.ts";

/** What others write in a check-in is asked for when the server says that there is something; its browser comes back by itself. */
export function useLive(slug: string | null): void {
  useEffect(() => {
    const source = new EventSource(
      slug === null ? LIVE_PATH : `${LIVE_PATH}?unit=${encodeURIComponent(slug)}`,
    );
    source.addEventListener("changed", () => void queries.invalidateQueries(every(checkIn)));
    // Whatever was said while the line was broken is not said again.
    source.addEventListener("open", () => void queries.invalidateQueries(every(checkIn)));
    return () => source.close();
  }, [slug]);
}
