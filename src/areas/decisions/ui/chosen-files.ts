import { isWanted, MOST_BYTES, MOST_FILES, tooLarge, tooMany } from "../files/contract.ts";

/** What somebody chose on their machine, as it is sent. */
export interface Chosen {
  readonly name: string;
  readonly says: string;
  readonly given: {
    readonly files?: { path: string; base64: string }[];
    readonly archive?: string;
  };
}

/** The Markdown files of a folder; all others stay where they are. */
export async function chosenFolder(list: FileList | null): Promise<Chosen> {
  const all = [...(list ?? [])];
  const [first] = all;
  if (first === undefined) throw new Error("Choose a folder that has files in it.");
  const [name = ""] = first.webkitRelativePath.split("/");
  const files = all
    .map((file) => ({ file, path: file.webkitRelativePath.slice(name.length + 1) }))
    .filter(({ path }) => isWanted(path) && !/(^|\/)(node_modules|\.git)\//.test(path));
  if (files.length === 0) throw new Error("There is no Markdown file in this folder.");
  if (files.length > MOST_FILES) throw new Error(tooMany);
  if (files.reduce((sum, { file }) => sum + file.size, 0) > MOST_BYTES) throw new Error(tooLarge);
  const sent = await Promise.all(
    files.map(async ({ file, path }) => ({ path, base64: await base64Of(file) })),
  );
  return {
    ...{ name, given: { files: sent } },
    says: `${sent.length === 1 ? "1 Markdown file" : `${sent.length} Markdown files`} in ${name}.`,
  };
}

export async function chosenArchive(list: FileList | null): Promise<Chosen> {
  const file = list?.[0];
  if (!file) throw new Error("Choose an archive.");
  if (file.size > MOST_BYTES) throw new Error(tooLarge);
  return { name: file.name, says: "", given: { archive: await base64Of(file) } };
}

/** The part of a data address behind the comma. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
