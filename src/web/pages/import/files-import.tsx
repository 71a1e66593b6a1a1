import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { type ImportFile, importCatalog, importPeople } from "../../../core/catalog/contract.ts";
import { importFile } from "../../../core/catalog/file-text.ts";
import { ask } from "../../client.ts";
import form from "../../parts/form.module.css";
import { Opens } from "../../parts/opens.tsx";
import { Trouble } from "../../parts/trouble.tsx";
import styles from "./import.module.css";
import { Preview } from "./preview.tsx";
import { useImport } from "./use-import.ts";

const KINDS = {
  catalog: {
    contract: importCatalog,
    label: "Catalogue files",
    accept: ".yaml,.yml,.json",
    says: "Backstage's format: groups become teams and groups; users, components, systems and domains come with them.",
    pasted: "pasted.yaml",
  },
  people: {
    contract: importPeople,
    label: "Lists of people",
    accept: ".csv,.tsv,.txt",
    says: "CSV with the columns name, email, team, role, from, until. Only the name is needed. Role is member or lead.",
    pasted: "pasted.csv",
  },
} as const;

/** Choose files or paste one, look, apply. */
export function FilesImport({ from }: { from: keyof typeof KINDS }) {
  const { contract, label, accept, says, pasted } = KINDS[from];
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const [unreadable, setUnreadable] = useState<string>();
  const importing = useImport((wish) => ask(contract, { files: [...files], ...wish }));
  const id = useId();
  const take = (taken: readonly ImportFile[]) => {
    importing.forget();
    setUnreadable(undefined);
    setFiles(taken);
  };
  const choose = (chosen: FileList | null) =>
    readAll(chosen).then(take, (error: Error) => {
      take([]);
      setUnreadable(error.message);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    importing.preview.mutate();
  };
  return (
    <>
      <form className={form.form} onSubmit={submit}>
        <div>
          <label htmlFor={id} className={form.legend}>
            {label}
          </label>
          <p className="soft small">{says}</p>
          <input
            id={id}
            type="file"
            multiple
            accept={accept}
            className={styles.files}
            onChange={(event) => void choose(event.currentTarget.files)}
          />
          <Opens word="Paste it instead">
            {() => <Paste name={pasted} onPaste={(file) => take([file])} />}
          </Opens>
        </div>
        {unreadable && (
          <p role="alert" className={styles.alert}>
            {unreadable}
          </p>
        )}
        <p className="soft small">
          A file is known by its name from one import to the next: what it said before, and says no longer, is
          archived.
        </p>
        <Button type="submit" loading={importing.preview.isPending} disabled={files.length === 0}>
          Show what would change
        </Button>
        <Trouble error={importing.preview.error} />
      </form>
      <Preview importing={importing} />
    </>
  );
}

const readAll = (chosen: FileList | null): Promise<ImportFile[]> =>
  Promise.all([...(chosen ?? [])].map(async (file) => importFile(file.name, await file.arrayBuffer())));

function Paste({ name, onPaste }: { name: string; onPaste: (file: ImportFile) => void }) {
  const [file, setFile] = useState<ImportFile>({ name, text: "" });
  const change = (changed: Partial<ImportFile>) => {
    setFile({ ...file, ...changed });
    onPaste({ ...file, ...changed });
  };
  return (
    <div className={styles.paste}>
      <Textarea
        label="What it says"
        rows={8}
        spellCheck={false}
        value={file.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TextInput
        label="Its name"
        value={file.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
    </div>
  );
}
