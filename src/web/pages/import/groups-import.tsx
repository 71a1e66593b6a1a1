import { Button } from "@mantine/core";
import { importGroups } from "../../../core/catalog/contract.ts";
import { ask } from "../../client.ts";
import form from "../../parts/form.module.css";
import { Trouble } from "../../parts/trouble.tsx";
import { Preview } from "./preview.tsx";
import { useImport } from "./use-import.ts";

/** Who belongs to which team, as the organisation's own sign-in says it. */
export function GroupsImport() {
  const importing = useImport((wish) => ask(importGroups, wish));
  return (
    <>
      <div className={form.form}>
        <p className="soft small">
          Whoever comes in by your organisation's sign-in brings the names of their groups. A group that is
          called like a team here makes them a member of it. Memberships that came about in another way stay.
        </p>
        <div>
          <Button loading={importing.preview.isPending} onClick={() => importing.preview.mutate()}>
            Show what would change
          </Button>
        </div>
        <Trouble error={importing.preview.error} />
      </div>
      <Preview importing={importing} />
    </>
  );
}
