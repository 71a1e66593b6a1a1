import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { importGit } from "../../core/connectors/git/contract.ts";
import type { AskOf } from "../../platform/http/contract.ts";
import { NearbyRepositories } from "./nearby-repositories.tsx";
import styles from "./repository-form.module.css";
import { Trouble, troubleAt } from "./trouble.tsx";

interface RepositoryFormProps {
  /** The folder to begin with, or "". */
  readonly path: string;
  readonly onStart: (wanted: AskOf<typeof importGit>) => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** A folder, whose it is, and behind "more" how its deployments are told. */
export function RepositoryForm({ path: given, onStart, busy, error }: RepositoryFormProps) {
  const [path, setPath] = useState(given);
  const [team, setTeam] = useState("");
  const [deployments, setDeployments] = useState("");
  const start = (event: FormEvent) => {
    event.preventDefault();
    onStart({
      path: path.trim(),
      team: team.trim() || undefined,
      deployments: deployments.trim() || undefined,
    });
  };
  return (
    <form onSubmit={start} className={styles.form} noValidate>
      <NearbyRepositories chosen={path} onChoose={setPath} />
      <TextInput
        label="Folder"
        placeholder="/home/me/code/ledger"
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        error={troubleAt("/path", error)}
        autoComplete="off"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <TextInput
        label="Team that owns it"
        description="Leave it empty to begin without teams."
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
        error={troubleAt("/team", error)}
        maxLength={120}
        autoComplete="off"
      />
      <details
        className={styles.more}
        open={given !== "" || troubleAt("/deployments", error) !== undefined || undefined}
      >
        <summary>More</summary>
        <TextInput
          label="How do you know that it is live?"
          description="Empty: Septet looks for release tags. Or tags:v* for tags by their name, branch:main when each merge goes live, none."
          value={deployments}
          onChange={(event) => setDeployments(event.currentTarget.value)}
          error={troubleAt("/deployments", error)}
          autoComplete="off"
          spellCheck={false}
        />
      </details>
      <Trouble error={error} except={["/path", "/team", "/deployments"]} />
      <Button type="submit" loading={busy} disabled={path.trim() === ""} className={styles.submit}>
        Read it
      </Button>
    </form>
  );
}
