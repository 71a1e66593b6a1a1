import { editRecord } from "../record/edit-record.ts";
import { bytesOf } from "../record/text.ts";
import { writeRecord } from "../record/write-record.ts";
import type { HereNow } from "./file-now.ts";
import { adviceNow, expectsNow } from "./foresight-now.ts";

const EMPTY = "## Context and Problem Statement\n";

/** A decision that was written here, as a file: MADR 4, with what is expected, advice, and what came of it. */
export function newFile(path: string, { values, outcomes, links }: HereNow): Uint8Array {
  const { title, status, decidedOn, proposedOn, deciders, consulted, informed, reviewBy, body } = values;
  const isSectioned = /^ {0,3}##? /m.test(body);
  const written = writeRecord({
    ...{ title, status, date: decidedOn ?? proposedOn, deciders, consulted, informed, reviewBy },
    ...{ expects: expectsNow([], values.expects), advice: adviceNow([], values.advice) },
    sections: isSectioned || body.trim() === "" ? {} : { context: body },
  });
  const whole =
    isSectioned && written.endsWith(EMPTY)
      ? written.slice(0, -EMPTY.length) + body.replace(/\n*$/, "\n")
      : written;
  const linked = links.reduce((bytes, link) => editOr(bytes, path, { link }), bytesOf(whole));
  return outcomes.reduce((bytes, outcome) => editOr(bytes, path, { outcome }), linked);
}

/** A text that swallows what comes below it keeps the rest as it is. */
function editOr(bytes: Uint8Array, path: string, change: Parameters<typeof editRecord>[1]): Uint8Array {
  try {
    return editRecord({ path, bytes }, change);
  } catch {
    return bytes;
  }
}
