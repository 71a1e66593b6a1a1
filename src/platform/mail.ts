import { createTransport } from "nodemailer";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Nobody waits for a mail server longer than this, in milliseconds. */
const PATIENCE_MS = 15_000;

/** Mail through the server at `url` (`smtp://` or `smtps://`, with user and password where it wants them). */
export function openMail({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    // An address as an object is taken as it is, and never read as a list of several.
    send: async ({ to, subject, text }) =>
      void (await transport.sendMail({ from, to: { name: "", address: to }, subject, text })),
    close: () => transport.close(),
  };
}
