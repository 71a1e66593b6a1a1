/** A folder of records has tens or hundreds; one of so many is no folder of records. */
export const MOST_FILES = 5_000;

/** What all files of an import may have together, unpacked: 32 MiB. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** The request that brings them, in base64, which is a third longer. */
export const LARGEST_REQUEST = 48 * 1024 * 1024;

export const tooMany = `There are more than ${MOST_FILES.toLocaleString("en")} Markdown files: choose the folder of the records.`;
export const tooLarge = `The files have more than ${MOST_BYTES / 1024 ** 2} MiB together: choose the folder of the records.`;

/** What is read at all: Markdown, and the file with which adr-tools names the folder. */
export const isWanted = (path: string): boolean =>
  /\.(md|markdown)$/i.test(path) || /(^|\/)\.adr-dir$/.test(path);
