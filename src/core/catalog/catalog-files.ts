import { fail } from "../../platform/errors.ts";
import { plain } from "../connectors/git/plain.ts";
import { componentsSaid } from "./catalog-components.ts";
import { groupsSaid, membershipsSaid, usersSaid } from "./catalog-groups.ts";
import { placeWords } from "./change-words.ts";
import type { ImportFile } from "./contract.ts";
import { contentOf, documentsIn, placeIn, Unreadable, type YamlDocument } from "./documents.ts";
import { type Entity, entityOf, type LeftOut } from "./entity.ts";
import { type At, compare, type Place, type Problems } from "./problems.ts";
import type { Source, Wanted } from "./wanted.ts";

/** More than any catalogue that we know of has; each costs some hundred bytes while it is read. */
const MOST_DOCUMENTS = 200_000;

/** What catalogue files say that there is. What cannot be read becomes a problem; the rest goes in. */
export function readCatalog(files: readonly ImportFile[], problems: Problems): Wanted {
  const documents = files.map((file) => ({ file, found: documentsIn(file) }));
  const count = documents.reduce((sum, { found }) => sum + found.length, 0);
  if (count > MOST_DOCUMENTS) {
    fail(
      "too_large",
      `These are ${count} entries; at most ${MOST_DOCUMENTS} are read at once. Give them in several imports.`,
    );
  }
  const read = documents.map(({ file, found }) => fileSaid(file, found, problems));
  const entities = withoutDoubles(
    read.flatMap((one) => one.entities),
    problems,
  );
  const of = (kind: Entity["kind"]) => entities.filter((entity) => entity.kind === kind);
  return {
    sources: read.map((one) => one.source),
    units: groupsSaid(of("group"), problems),
    people: usersSaid(of("user"), problems),
    memberships: membershipsSaid(of("group"), of("user"), problems),
    components: componentsSaid([...of("domain"), ...of("system"), ...of("component")], problems),
    read: entities.length,
  };
}

/** How what was read from a file is marked from then on. */
export const catalogSource = (file: string): string => `catalog ${plain(file, 500)}`;

interface FileSaid {
  readonly source: Source;
  readonly entities: readonly Entity[];
}

function fileSaid(file: ImportFile, documents: readonly YamlDocument[], problems: Problems): FileSaid {
  const source = catalogSource(file.name);
  const entities: Entity[] = [];
  const others: Others = new Map();
  let broken = 0;
  for (const document of documents) {
    try {
      const at: At = placeFinder(document);
      const said = entityOf(contentOf(document), { source, at });
      if ("ref" in said) entities.push(said);
      else leaveOut(said, { at, others, problems });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      broken += 1;
      problems.add(error.place, error.message);
    }
  }
  for (const [kind, { first, count }] of others) problems.add(first, otherWords(kind, count));
  if (documents.length === 0) problems.add({ file: file.name, line: 1 }, "There is no entry in this file.");
  return { source: { source, file: file.name, whole: broken === 0 && entities.length > 0 }, entities };
}

/** Several entries ask for the same few fields; a place is looked up once. */
function placeFinder(document: YamlDocument): At {
  const found = new Map<string, Place>();
  return (...field) => {
    const key = field.join(".");
    const place = found.get(key) ?? placeIn(document, field);
    found.set(key, place);
    return place;
  };
}

/** Entries of kinds that are none of Septet's business, told together. */
type Others = Map<string, { readonly first: Place; readonly count: number }>;

interface Leaving {
  readonly at: At;
  readonly others: Others;
  readonly problems: Problems;
}

function leaveOut(said: LeftOut, { at, others, problems }: Leaving): void {
  if ("reason" in said) problems.add(at(...said.field), said.reason);
  else {
    const before = others.get(said.other);
    others.set(said.other, { first: before?.first ?? at(), count: (before?.count ?? 0) + 1 });
  }
}

function otherWords(kind: string, count: number): string {
  const entries =
    count === 1 ? `An entry of the kind ${kind} is` : `${count} entries of the kind ${kind} are`;
  const why =
    kind.toLowerCase() === "location"
      ? "the files that it points to are not followed; give them to the import themselves."
      : "Septet takes in groups, users, components, systems and domains.";
  return `${entries} left out: ${why}`;
}

/** Of entries with the same reference the first counts, by the files' names and then by lines. */
function withoutDoubles(entities: readonly Entity[], problems: Problems): Entity[] {
  const kept = new Map<string, Entity>();
  for (const entity of entities.toSorted(byPlace)) {
    const first = kept.get(entity.ref);
    if (!first) kept.set(entity.ref, entity);
    else
      problems.add(
        entity.at("metadata", "name"),
        `${entity.ref} is in ${placeWords(first.at())} already, which counts.`,
      );
  }
  return [...kept.values()];
}

function byPlace(a: Entity, b: Entity): number {
  const [one, other] = [a.at(), b.at()];
  return compare(one.file, other.file) || one.line - other.line;
}
