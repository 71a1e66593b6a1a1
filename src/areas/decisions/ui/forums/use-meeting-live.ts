import { useEffect } from "react";
import { every, queries } from "../../../../web/client.ts";
import { oneForum } from "../../forums/contract.ts";
import { LIVE_MEETING, oneMeeting } from "../../forums/meetings/contract.ts";

/** What others do in a meeting is asked for when the server says that there is something; its browser comes back by itself. */
export function useMeetingLive(id: string, open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const source = new EventSource(`${LIVE_MEETING}?id=${encodeURIComponent(id)}`);
    const look = () => {
      for (const shown of [oneMeeting, oneForum]) void queries.invalidateQueries(every(shown));
    };
    source.addEventListener("changed", look);
    // Whatever was said while the line was broken is not said again.
    source.addEventListener("open", look);
    return () => source.close();
  }, [id, open]);
}
