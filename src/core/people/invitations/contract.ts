import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { fields } from "../fields.ts";

const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  invitedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  expired: z.boolean(),
});

/** The link is told once: only its hash is kept. */
const Sent = z.object({ invitation: Invitation, url: z.string(), mailed: z.boolean() });

export const invitations = contract({
  method: "GET",
  path: "/api/invitations",
  summary: "Invitations that nobody has accepted yet",
  scope: "session",
  input: z.object({}),
  output: z.object({ invitations: z.array(Invitation) }),
});

export const invite = contract({
  method: "POST",
  path: "/api/invitations",
  summary: "Invite somebody, with a link that is good for one use within seven days",
  scope: "session",
  input: z.object({
    email: fields.email,
    name: fields.name,
    /** The id of somebody who is listed already: the address becomes theirs, and whoever comes in is them. */
    person: z.string().max(100).optional(),
  }),
  output: Sent,
});

export const inviteAgain = contract({
  method: "POST",
  path: "/api/invitations/:id/link",
  summary: "A new link for an invitation; the one before is good no more",
  scope: "session",
  input: z.object({ id: z.uuid() }),
  output: Sent,
});

export const withdrawInvitation = contract({
  method: "DELETE",
  path: "/api/invitations/:id",
  summary: "Take an invitation back",
  scope: "session",
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
});

export const lookAtInvitation = contract({
  method: "POST",
  path: "/api/invitation",
  summary: "Whom an invitation's link is for",
  open: true,
  input: z.object({ token: fields.secret }),
  output: z.object({ email: z.string(), name: z.string() }),
});

export const acceptInvitation = contract({
  method: "POST",
  path: "/api/invitation/accept",
  summary: "Make the account that one was invited to, and sign this browser in",
  open: true,
  input: z.object({ token: fields.secret, name: fields.name, password: fields.password }),
  output: z.object({}),
});
