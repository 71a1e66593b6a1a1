import { useSuspenseQuery } from "@tanstack/react-query";
import { asking } from "../../../web/client.ts";
import { exampleOverview } from "../contract.ts";

/** What is open, below the timeline. */
export function Below({ slug }: { slug: string }) {
  const { open } = useSuspenseQuery(asking(exampleOverview, { slug })).data;
  return (
    <ul>
      {open.map((thing) => (
        <li key={thing}>{thing}</li>
      ))}
    </ul>
  );
}
