import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { gitImports, importGit } from "../../core/connectors/git/contract.ts";
import { ask, every, queries } from "../client.ts";
import { ImportResult } from "../parts/import-result.tsx";
import { PageTitle } from "../parts/page-title.tsx";
import { RepositoryForm } from "../parts/repository-form.tsx";
import styles from "./repository.module.css";

/** The first question to a newcomer, and the way to add one more repository later. */
export function RepositoryPage() {
  const { path = "" } = useSearch({ from: "/repository" });
  const [followed, setFollowed] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: (wanted: Parameters<typeof ask<typeof importGit>>[1]) => ask(importGit, wanted),
    onSuccess: ({ id }) => {
      setFollowed(id);
      return queries.invalidateQueries(every(gitImports));
    },
  });
  return (
    <div className={styles.page}>
      <PageTitle>Which repository?</PageTitle>
      <p className="soft">
        A folder on the machine that Septet runs on. It is read where it is; nothing is changed in it, and
        nothing leaves this machine.
      </p>
      {followed === null ? (
        <RepositoryForm
          key={path}
          path={path}
          onStart={start.mutate}
          busy={start.isPending}
          error={start.error}
        />
      ) : (
        <ImportResult id={followed} onAgain={() => setFollowed(null)} onStart={({ id }) => setFollowed(id)} />
      )}
    </div>
  );
}
