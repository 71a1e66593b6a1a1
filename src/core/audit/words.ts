type Detail = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === "string" ? value : String(value ?? ""));
const from = (detail: Detail): string => (detail.from ? ` from ${text(detail.from)} on` : "");

/** What each action says after the name of who did it. What a module adds, it says by its own name until it has words here. */
const words: Readonly<Record<string, (detail: Detail) => string>> = {
  "unit.added": ({ kind }) => `added this ${text(kind)}`,
  "unit.changed": (detail) => `changed ${changedIn(detail)}`,
  "unit.moved": ({ unit, to }) => `moved ${text(unit)} to ${text(to)}`,
  "membership.begun": (detail) =>
    `said that they ${detail.role === "lead" ? "lead" : "belong"} here${from(detail)}`,
  "membership.ended": ({ role }) => `ended that they ${role === "lead" ? "lead" : "belong"} here`,
  "person.added": () => "added them",
  "person.renamed": () => "changed their name",
  "person.reached": () => "changed how they are reached",
  "person.archived": () => "archived them",
  "person.restored": () => "brought them back",
  "person.appointed": () => "said that they run the installation",
  "person.stood-down": () => "said that they run the installation no longer",
  "person.erased": () => "erased them",
  "person.exported": () => "took an archive of all that is held about them",
  "person.invited": () => "invited somebody",
  "invitation.renewed": () => "made a new link for an invitation",
  "invitation.withdrawn": () => "took an invitation back",
  "account.made": () => "made an account",
  "email.changed": () => "changed their e-mail address",
  "password.changed": () => "chose a new password",
  "password.reset": () => "chose a new password, by a link in a letter",
  "provider.linked": () => "came in by the organisation's sign-in for the first time",
  "sign-in-link.made": () => "made a link that signs them in",
  "token.made": ({ scopes }) => `made an API token (${Array.isArray(scopes) ? scopes.join(", ") : ""})`,
  "token.revoked": () => "revoked an API token",
  "keys.rotated": () => "had everything secret sealed under a new key",
  "keys.reset": () => "had all keys made anew: everybody signs in again",
  "component.claimed": (detail) => `gave ${text(detail.component)} to ${text(detail.to)}${from(detail)}`,
  "component.archived": ({ component }) => `archived ${text(component)}`,
  "component.restored": ({ component }) => `brought ${text(component)} back`,
  "component.released": ({ component }) => `ended that ${text(component)} belongs here`,
  "organisation.imported": ({ from: what }) => `imported ${IMPORTED[text(what)] ?? text(what)}`,
  "measure.shared": ({ measure, with: audience }) => `shared ${text(measure)} with ${text(audience)}`,
  "measure.taken-back": ({ measure }) => `took ${text(measure)} back`,
  "loop.shared": ({ question, with: audience }) => `opened “${text(question)}” to ${text(audience)}`,
  "loop.taken-back": ({ question }) => `took “${text(question)}” back, with all that was shown of it`,
  "purpose.opened": ({ with: audience }) => `opened the purpose to ${text(audience)}`,
  "purpose.taken-back": ({ from: audience }) => `took the purpose back from ${text(audience)}`,
  "note.shared": ({ visibility }) =>
    `shared a note with ${visibility === "pair" ? "them" : visibility === "team" ? "everyone here" : `the whole ${text(visibility)}`}`,
  "operator.acted-as": ({ path }) => `acted in their name (${text(path)})`,
};

const IMPORTED: Readonly<Record<string, string>> = {
  catalog: "a catalogue",
  people: "a list of people",
  groups: "the groups of the sign-in",
};

export function wordsOf(action: string, detail: Detail): string {
  return words[action]?.(detail) ?? action.replace(/[.-]/g, " ");
}

const fields = { name: "the name", timeZone: "the time zone", parent: "where it stands" } as const;

function changedIn(detail: Detail): string {
  if (detail.archived === true) return "it: it is archived";
  if (detail.archived === false) return "it: it is back";
  const changed = Object.entries(fields).flatMap(([field, said]) => (field in detail ? [said] : []));
  return changed.join(" and ") || "it";
}
