import type { Letter } from "../../platform/mail.ts";

/** What is mailed. A name that somebody chose never stands in a subject. */
export const letters = {
  invitation: (to: string, url: string): Letter => ({
    to,
    subject: "You are invited to Septet",
    text: `You are invited to Septet, where your team looks at how its work is going.

Open this link to choose your name and password. It works once, within seven days:

${url}

If you do not know what this is about, you need do nothing.
`,
  }),
  reset: (to: string, url: string): Letter => ({
    to,
    subject: "A new password for Septet",
    text: `Open this link to choose a new password for Septet. It works once, within an hour:

${url}

If you did not ask for it, you need do nothing: your password stays as it is.
`,
  }),
};
