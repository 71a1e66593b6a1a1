import { ChangeKind, type ImportAnswer, type ImportChange } from "./contract.ts";

const SAID: Readonly<Record<ChangeKind, readonly [one: string, many: string]>> = {
  unit_archived: ["team or group is archived", "teams and groups are archived"],
  person_archived: ["person is archived", "people are archived"],
  component_archived: ["component is archived", "components are archived"],
  membership_ended: ["membership ends", "memberships end"],
  ownership_ended: ["component loses its owner", "components lose their owner"],
  ownership_moved: ["component gets another owner", "components get another owner"],
  unit_added: ["team or group is new", "teams and groups are new"],
  unit_restored: ["team or group comes back", "teams and groups come back"],
  unit_renamed: ["team or group gets another name", "teams and groups get another name"],
  unit_moved: ["team or group moves", "teams and groups move"],
  unit_changed: ["team or group changes otherwise", "teams and groups change otherwise"],
  person_added: ["person is new", "people are new"],
  person_restored: ["person comes back", "people come back"],
  person_renamed: ["person gets another name", "people get another name"],
  person_changed: ["person changes otherwise", "people change otherwise"],
  component_added: ["component is new", "components are new"],
  component_restored: ["component comes back", "components come back"],
  component_renamed: ["component gets another title", "components get another title"],
  component_changed: ["component changes otherwise", "components change otherwise"],
  membership_begun: ["membership begins", "memberships begin"],
  ownership_claimed: ["component gets its first owner", "components get their first owner"],
  read_elsewhere: ["thing is now read from another file", "things are now read from another file"],
};

const grouped = new Intl.NumberFormat("en");

export interface ChangeGroup {
  readonly kind: ChangeKind;
  /** "3 components are archived". */
  readonly title: string;
  /** As far as they are listed: each in words. */
  readonly listed: readonly string[];
  /** How many of them are not. */
  readonly more: number;
}

/** What changes, by kind, and what goes away first. */
export function changeGroups({ changes, counts }: Pick<ImportAnswer, "changes" | "counts">): ChangeGroup[] {
  const byKind = Map.groupBy(changes, ({ kind }: ImportChange) => kind);
  return ChangeKind.options.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    if (count === 0) return [];
    const listed = (byKind.get(kind) ?? []).map(({ what }) => what);
    const [one, many] = SAID[kind];
    const title = `${grouped.format(count)} ${count === 1 ? one : many}`;
    return [{ kind, title, listed, more: count - listed.length }];
  });
}

/** "acme.yaml:12", or the file alone where it is the whole of it that something is wrong with. */
export const placeWords = ({ file, line }: { readonly file: string; readonly line: number }): string =>
  line > 0 ? `${file}:${line}` : file;
