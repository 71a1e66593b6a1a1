import { useSuspenseQuery } from "@tanstack/react-query";
import { asking } from "../../../web/client.ts";
import { exampleOverview } from "../contract.ts";

/** What is notable, before the timeline. */
export function Lead({ slug }: { slug: string }) {
  const { notable } = useSuspenseQuery(asking(exampleOverview, { slug })).data;
  return <p>{notable}</p>;
}
