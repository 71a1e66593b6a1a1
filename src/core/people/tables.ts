import { boolean, customType, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const time = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Somebody whom the product knows. The id is that of the account, where there is one. */
export const person = pgTable("people_person", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Runs the installation: sees to its structure and its connections, not to what teams say. */
  administrator: boolean().notNull().default(false),
  /** What a catalogue calls them: `user:default/ann`. */
  ref: text().unique(),
  /** What they were read from; null is by hand. */
  source: text(),
  archivedAt: time("archived_at"),
  createdAt: time("created_at").notNull().defaultNow(),
});

/** How somebody can be reached: for them and for those who run the installation. */
export const contact = pgTable("people_contact", {
  person: text()
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  email: text().notNull(),
});

/** One row: since when others than the first person may come in; null until then. */
export const installation = pgTable("people_installation", {
  one: boolean().primaryKey().default(true),
  othersSince: time("others_since"),
});

/**
 * Who made a change, as the events store may know it: a pseudonym for the keyed hash of an address, never the address. All who
 * were erased share one.
 */
export const identity = pgTable("people_identity", {
  hash: bytes().primaryKey(),
  pseudonym: text().notNull(),
});

/** A key for data, sealed under the key file, which is kept outside the database. */
export const secret = pgTable("people_secret", {
  name: text().primaryKey(),
  sealed: text().notNull(),
});

/** A way in for somebody who has no account yet; of its link only the hash is kept. */
export const invitation = pgTable("people_invitation", {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull(),
  name: text().notNull(),
  hash: bytes().notNull().unique(),
  invitedBy: text("invited_by").references(() => person.id, { onDelete: "set null" }),
  createdAt: time("created_at").notNull().defaultNow(),
  expiresAt: time("expires_at").notNull(),
  acceptedAt: time("accepted_at"),
});

/** A program's way in: it acts as its person, within its scopes. Of its secret only the hash is kept. */
export const token = pgTable("people_token", {
  id: text().primaryKey(),
  person: text()
    .notNull()
    .references(() => person.id, { onDelete: "cascade" }),
  name: text().notNull(),
  scopes: text().array().notNull(),
  hash: bytes().notNull(),
  createdAt: time("created_at").notNull().defaultNow(),
  expiresAt: time("expires_at"),
  lastUsedAt: time("last_used_at"),
});

/** A group that the organisation's own sign-in said a person is in, the last time they came in by it. */
export const claimedGroup = pgTable(
  "people_claimed_group",
  {
    person: text()
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    name: text().notNull(),
    seenAt: time("seen_at").notNull().defaultNow(),
  },
  ({ person, name }) => [primaryKey({ columns: [person, name] })],
);

/* What follows is better-auth's (https://better-auth.com/docs/concepts/database), open to the role septet_auth alone. */

export const user = pgTable("people_user", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text(),
  /** The one that the installation belongs to. */
  owner: boolean().notNull().default(false),
  createdAt: time("created_at").notNull().defaultNow(),
  updatedAt: time("updated_at").notNull().defaultNow(),
});

export const session = pgTable("people_session", {
  id: text().primaryKey(),
  expiresAt: time("expires_at").notNull(),
  token: text().notNull().unique(),
  createdAt: time("created_at").notNull().defaultNow(),
  updatedAt: time("updated_at").notNull().defaultNow(),
  ipAddress: text("ip_address"),
  userAgent: text("user_agent"),
  userId: text("user_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
});

export const account = pgTable("people_account", {
  id: text().primaryKey(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  userId: text("user_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: time("access_token_expires_at"),
  refreshTokenExpiresAt: time("refresh_token_expires_at"),
  scope: text(),
  password: text(),
  createdAt: time("created_at").notNull().defaultNow(),
  updatedAt: time("updated_at").notNull().defaultNow(),
});

export const verification = pgTable("people_verification", {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: time("expires_at").notNull(),
  createdAt: time("created_at").notNull().defaultNow(),
  updatedAt: time("updated_at").notNull().defaultNow(),
});
