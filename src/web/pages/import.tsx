import { SegmentedControl } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { units } from "../../core/org/contract.ts";
import { asking } from "../client.ts";
import lists from "../parts/lists.module.css";
import { PageTitle } from "../parts/page-title.tsx";
import { FilesImport } from "./import/files-import.tsx";
import { GroupsImport } from "./import/groups-import.tsx";
import styles from "./import/import.module.css";
import { wholeOrganisation } from "./list-search.ts";
import { OrganisationNav } from "./organisation/organisation-nav.tsx";

const KINDS = [
  { value: "catalog", label: "A catalogue" },
  { value: "people", label: "A list of people" },
  { value: "groups", label: "Sign-in groups" },
] as const;
type Kind = (typeof KINDS)[number]["value"];

/** Brings in what another tool knows of the organisation. */
export function ImportPage() {
  const { can } = useSuspenseQuery(asking(units, wholeOrganisation)).data;
  const [kind, setKind] = useState<Kind>("catalog");
  return (
    <>
      <PageTitle of={<OrganisationNav />}>Import</PageTitle>
      <p className={lists.words}>
        Bring in what another tool knows of your organisation. You see what would change before anything does,
        and nothing is ever deleted: what has gone is archived, and can be brought back.
      </p>
      {can.add ? (
        <div className={styles.page}>
          <SegmentedControl
            aria-label="What to import"
            size="xs"
            className={styles.kinds}
            data={[...KINDS]}
            value={kind}
            onChange={(value) => setKind(value as Kind)}
          />
          {kind === "groups" ? <GroupsImport /> : <FilesImport key={kind} from={kind} />}
        </div>
      ) : (
        <p>That is for those who run this installation.</p>
      )}
    </>
  );
}
