import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { ask, asking } from "../../../web/client.ts";
import { Card } from "../../../web/parts/card.tsx";
import { Chips } from "../../../web/parts/chips.tsx";
import { saveFile } from "../../../web/parts/save-file.ts";
import { Trouble, troubleAt } from "../../../web/parts/trouble.tsx";
import { exportRecords, recordSources } from "../files/contract.ts";
import { type Brings, useBringIn } from "./bring-in.ts";
import { BroughtIn } from "./brought-in.tsx";
import { bytesOf, type Chosen, chosenArchive, chosenFolder } from "./chosen-files.ts";
import styles from "./decisions.module.css";
import { Places } from "./places.tsx";

type Way = Brings["kind"];

/** Records of decisions as files: bring them in, see where they are kept, and take them along. */
export function DecisionFiles({ slug }: { slug: string }) {
  const { sources, repositories } = useSuspenseQuery(asking(recordSources, { slug })).data;
  return (
    <div className={styles.lists}>
      {sources.length === 0 && (
        <p className={styles.intro}>
          Where decisions are kept as Markdown files already (MADR, adr-tools, log4brains, or free hand), they
          come in as they are, with their links, and only your team sees them. What you write here goes back
          as a patch or a branch, and every other byte of a file stays as it is.
        </p>
      )}
      <Card title="Bring in records">
        <BringIn slug={slug} repositories={repositories} />
      </Card>
      {sources.length > 0 && <Places slug={slug} sources={sources} />}
      <Card title="Take them along">
        <TakeAlong slug={slug} />
      </Card>
    </div>
  );
}

interface BringInProps {
  readonly slug: string;
  readonly repositories: readonly string[];
}

function BringIn({ slug, repositories }: BringInProps) {
  const [way, setWay] = useState<Way>("folder");
  const [brings, setBrings] = useState<Brings | null>(null);
  const bringing = useBringIn(slug, brings);
  const change = (next: Brings | null) => {
    bringing.forget();
    setBrings(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    bringing.preview.mutate();
  };
  const ways = [
    { value: "folder", word: "A folder" },
    { value: "archive", word: "An archive" },
    ...(repositories.length > 0 ? [{ value: "git", word: "A repository" } as const] : []),
  ] as const;
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <Chips<Way>
          label="From where"
          options={ways}
          chosen={way}
          onChoose={(chosen) => {
            setWay(chosen ?? way);
            change(null);
          }}
        />
        {way === "git" ? (
          <FromRepository {...{ repositories, onChange: change, error: bringing.preview.error }} />
        ) : (
          <FromHere key={way} kind={way} onChange={change} />
        )}
        <div>
          <Button type="submit" loading={bringing.preview.isPending} disabled={brings === null}>
            Show what would change
          </Button>
        </div>
        <Trouble error={bringing.preview.error} except={["/git/folder"]} />
      </form>
      <BroughtIn bringing={bringing} />
    </>
  );
}

interface FromHereProps {
  readonly kind: "folder" | "archive";
  onChange(next: Brings | null): void;
}

/** A folder of this machine, of which only Markdown is sent, or an archive. */
function FromHere({ kind, onChange }: FromHereProps) {
  const id = useId();
  const [says, setSays] = useState("");
  const [wrong, setWrong] = useState("");
  const take = (chosen: Chosen) => {
    setSays(chosen.says);
    setWrong("");
    onChange({ kind, name: chosen.name, given: chosen.given });
  };
  const choose = (list: FileList | null) =>
    (kind === "folder" ? chosenFolder(list) : chosenArchive(list)).then(take, (error: Error) => {
      setSays("");
      setWrong(error.message);
      onChange(null);
    });
  const folder =
    kind === "folder" ? { webkitdirectory: "", multiple: true } : { accept: ".zip,.tar,.gz,.tgz" };
  return (
    <div>
      <label htmlFor={id}>{kind === "folder" ? "The folder with the records" : "A zip or tar file"}</label>
      <input
        id={id}
        type="file"
        className={styles.files}
        {...folder}
        onChange={(event) => void choose(event.currentTarget.files)}
      />
      {says && <p className="soft small">{says}</p>}
      {wrong && (
        <p role="alert" className={styles.alert}>
          {wrong}
        </p>
      )}
    </div>
  );
}

interface FromRepositoryProps {
  readonly repositories: readonly string[];
  readonly error: Error | null;
  onChange(next: Brings | null): void;
}

function FromRepository({ repositories, error, onChange }: FromRepositoryProps) {
  const [repository, setRepository] = useState("");
  const [folder, setFolder] = useState("");
  const tell = (name: string, path: string) =>
    onChange(name === "" ? null : { kind: "git", repository: name, folder: path.trim() });
  return (
    <>
      <NativeSelect
        label="Repository"
        data={[{ value: "", label: "Choose one" }, ...repositories.map((value) => ({ value, label: value }))]}
        value={repository}
        onChange={({ currentTarget: { value } }) => {
          setRepository(value);
          tell(value, folder);
        }}
      />
      <TextInput
        label="Folder"
        description="Left empty, the usual places are looked at: docs/adr, docs/decisions and their like."
        placeholder="docs/adr"
        value={folder}
        error={troubleAt("/git/folder", error)}
        onChange={({ currentTarget: { value } }) => {
          setFolder(value);
          tell(repository, value);
        }}
      />
      <p className="soft small">
        It is read as its main branch has it, and looked at again every ten minutes. Nothing is written there
        without your word.
      </p>
    </>
  );
}

/** All that one may read, as files or as pages. */
function TakeAlong({ slug }: { slug: string }) {
  const [error, setError] = useState<Error | null>(null);
  const take = (as: "madr" | "site") =>
    ask(exportRecords, { slug, as }).then(
      ({ name, archive }) => saveFile(name, bytesOf(archive), "application/zip"),
      setError,
    );
  return (
    <>
      <p className="soft small">A zip file with all decisions of the team that you may read.</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => void take("madr")}>
          As Markdown files
        </Button>
        <Button variant="default" onClick={() => void take("site")}>
          As pages to read anywhere
        </Button>
      </div>
      <Trouble error={error} />
    </>
  );
}
