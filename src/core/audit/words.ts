import { periodName } from "../measures/period-name.ts";

type Detail = Readonly<Record<string, unknown>>;

/** What an entry is about, by the names of today. */
export interface Names {
  /** Whom it is about. */
  readonly person: string;
  /** Which team or group it is about. */
  readonly unit: string;
  /** What the unit with this slug is called. */
  unitCalled(slug: string): string;
  /** What the measure with this id is called. */
  measureCalled(id: string): string;
}

const text = (value: unknown): string => (typeof value === "string" ? value : String(value ?? ""));
const from = (detail: Detail): string =>
  detail.from ? ` from ${periodName(text(detail.from), "day")} on` : "";

/** What each action says after the name of who did it. What a module adds, it says by its own name until it has words here. */
const words: Readonly<Record<string, (detail: Detail, names: Names) => string>> = {
  "unit.added": ({ kind }, { unit }) => `added the ${text(kind)} ${unit}`,
  "unit.changed": (detail, { unit }) => `changed ${changedIn(detail, unit)}`,
  "unit.moved": ({ unit, to }) => `moved ${text(unit)} to ${text(to)}`,
  "membership.begun": (detail, { person, unit }) =>
    `said that ${person} ${detail.role === "lead" ? "leads" : "belongs to"} ${unit}${from(detail)}`,
  "membership.ended": ({ role }, { person, unit }) =>
    `said that ${person} no longer ${role === "lead" ? "leads" : "belongs to"} ${unit}`,
  "person.added": (_, { person }) => `added ${person}`,
  "person.renamed": (_, { person }) => `changed the name of ${person}`,
  "person.reached": (_, { person }) => `changed the e-mail address of ${person}`,
  "person.archived": (_, { person }) => `archived ${person}`,
  "person.restored": (_, { person }) => `brought ${person} back`,
  "person.appointed": (_, { person }) => `said that ${person} runs the installation`,
  "person.stood-down": (_, { person }) => `said that ${person} runs the installation no longer`,
  "person.erased": (_, { person }) => `erased ${person}`,
  "person.exported": (_, { person }) => `took an archive of all that is held about ${person}`,
  "person.invited": () => "invited somebody",
  "invitation.renewed": () => "made a new link for an invitation",
  "invitation.withdrawn": () => "took an invitation back",
  "account.made": () => "made an account",
  "email.changed": () => "changed their e-mail address",
  "password.changed": () => "chose a new password",
  "password.reset": () => "chose a new password, by a link in a letter",
  "provider.linked": () => "came in by the organisation's sign-in for the first time",
  "sign-in-link.made": (_, { person }) => `made a link that signs in ${person}`,
  "token.made": ({ scopes }) => `made an API token (${Array.isArray(scopes) ? scopes.join(", ") : ""})`,
  "token.revoked": () => "revoked an API token",
  "calendar.made": () => "made a private address for their calendar",
  "calendar.revoked": () => "revoked the address of their calendar",
  "channel.set": ({ host }) => `had the reminders of this team posted to a channel at ${text(host)}`,
  "channel.removed": () => "had the reminders of this team posted nowhere any more",
  "keys.rotated": () => "had everything secret sealed under a new key",
  "keys.reset": () => "had all keys made anew: everybody signs in again",
  "component.claimed": (detail, { unitCalled }) =>
    `gave ${text(detail.component)} to ${unitCalled(text(detail.to))}${from(detail)}`,
  "component.archived": ({ component }) => `archived ${text(component)}`,
  "component.restored": ({ component }) => `brought ${text(component)} back`,
  "component.released": ({ component }, { unit }) =>
    `said that ${text(component)} no longer belongs to ${unit}`,
  "decisions.brought-in": ({ from, records }) =>
    `brought in ${text(records)} records of decisions from ${text(from)}`,
  "decisions.written-to-branch": ({ branch }) => `wrote decisions to the new branch ${text(branch)}`,
  "organisation.imported": ({ from: what }) => `imported ${IMPORTED[text(what)] ?? text(what)}`,
  "measure.shared": ({ measure, with: audience }, { measureCalled, unitCalled }) =>
    `shared “${measureCalled(text(measure))}” with ${unitCalled(text(audience))}`,
  "measure.taken-back": ({ measure }, { measureCalled }) => `took “${measureCalled(text(measure))}” back`,
  "days-off.added": ({ days }, { unit }) =>
    `added ${days === 1 ? "a day off" : `${text(days)} days off`} to ${unit}`,
  "days-off.removed": ({ name, from: day }, { unit }) =>
    `took a day off of ${unit} back (${text(name)}, ${text(day)})`,
  "loop.shared": ({ question, with: audience }, { unitCalled }) =>
    `opened “${text(question)}” to ${unitCalled(text(audience))}`,
  "loop.taken-back": ({ question }) => `took “${text(question)}” back, with all that was shown of it`,
  "decision.opened": ({ with: audience }, { unitCalled }) =>
    `opened a decision to ${unitCalled(text(audience))}`,
  "decision.taken-back": ({ from: audience }, { unitCalled }) =>
    `took a decision back from ${unitCalled(text(audience))}`,
  "decisions.shown": ({ with: audience }, { unitCalled }) =>
    `showed ${unitCalled(text(audience))} how decisions went`,
  "decisions.taken-back": ({ from: audience }, { unitCalled }) =>
    `shows ${unitCalled(text(audience))} no more how decisions went`,
  "purpose.opened": ({ with: audience }, { unitCalled }) =>
    `opened the purpose to ${unitCalled(text(audience))}`,
  "purpose.taken-back": ({ from: audience }, { unitCalled }) =>
    `took the purpose back from ${unitCalled(text(audience))}`,
  "forum.opened": ({ name, with: audience }, { unitCalled }) =>
    `opened the forum “${text(name)}” to ${unitCalled(text(audience))}`,
  "forum.taken-back": ({ name }) => `closed the forum “${text(name)}” to all but those who belong here`,
  "pulse.begun": ({ question }) => `began to ask a few short questions, for “${text(question)}”`,
  "pulse.changed": ({ question }) => `changed the short questions for “${text(question)}”`,
  "pulse.opened": ({ question }) => `opened a round of the short questions for “${text(question)}”`,
  "pulse.closed": ({ question }) => `closed a round of the short questions for “${text(question)}”`,
  "pulse.offered": ({ question }) => `offered “${text(question)}” to the teams here`,
  "pulse.gathered": ({ question }) => `began to gather what teams answer to “${text(question)}”`,
  "pulse.shared": ({ question, with: group }, { unitCalled }) =>
    `opened “${text(question)}” to ${unitCalled(text(group))}, to be counted with other teams`,
  "pulse.taken-back": ({ question, with: group }, { unitCalled }) =>
    `took “${text(question)}” back from ${unitCalled(text(group))}`,
  "note.shared": ({ visibility }, { person, unit }) =>
    `shared a note with ${visibility === "pair" ? person : visibility === "team" ? `everyone in ${unit}` : `the whole ${text(visibility)}`}`,
  "operator.acted-as": ({ path }, { person }) => `acted in the name of ${person} (${text(path)})`,
};

const IMPORTED: Readonly<Record<string, string>> = {
  catalog: "a catalogue",
  people: "a list of people",
  groups: "the groups of the sign-in",
};

export function wordsOf(action: string, detail: Detail, names: Names): string {
  return words[action]?.(detail, names) ?? action.replace(/[.-]/g, " ");
}

const fields = { name: "the name", timeZone: "the time zone", parent: "the place" } as const;

function changedIn(detail: Detail, unit: string): string {
  if (detail.archived === true) return `${unit}: it is archived`;
  if (detail.archived === false) return `${unit}: it is back`;
  const changed = Object.entries(fields).flatMap(([field, said]) => (field in detail ? [said] : []));
  return changed.length === 0 ? unit : `${changed.join(" and ")} of ${unit}`;
}
