/** What every command takes. */
export interface Common {
  readonly json?: boolean;
  readonly data?: string;
  readonly port?: string;
  readonly as?: string;
}
