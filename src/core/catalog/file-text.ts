import { fail } from "../../platform/errors.ts";
import type { ImportFile } from "./contract.ts";

/** A file to import. Files that are no UTF-8 are refused: names in them would come out broken. */
export function importFile(name: string, bytes: Uint8Array | ArrayBuffer): ImportFile {
  try {
    return { name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return fail("not_readable", `${name} is no text in UTF-8. Save it as UTF-8, and try again.`);
  }
}
