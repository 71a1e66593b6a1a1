import { useQuery } from "@tanstack/react-query";
import { digest } from "../../../core/reminders/digest-contract.ts";
import { asking } from "../../client.ts";
import { dayText } from "../../parts/dates.ts";
import { Trouble } from "../../parts/trouble.tsx";
import { Sections } from "../digest/sections.tsx";

/** What the digest would say if it came now. */
export function Preview() {
  const { data, error } = useQuery(asking(digest, {}));
  if (error) return <Trouble error={error} />;
  if (!data) return <p className="soft">A moment …</p>;
  return (
    <>
      <p className="soft">
        This is what you would get now: what came back or changed since {dayText(data.since)}
        {data.sections.length === 0 && ", which is nothing, so no letter would come"}.
      </p>
      {data.sections.length > 0 && <Sections sections={data.sections} />}
    </>
  );
}
