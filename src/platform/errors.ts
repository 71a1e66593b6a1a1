/**
 * Every way in which a request or command can fail, in one table.
 * `docs/errors.md` is kept equal to it by a test. 403 is not 401: the first knows who asks.
 */
export const failures = {
  bad_input: { status: 400, title: "Something in the request is not right." },
  not_signed_in: { status: 401, title: "Sign in first." },
  not_allowed: { status: 403, title: "You are not allowed to do this." },
  not_found: { status: 404, title: "There is nothing here." },
  conflict: { status: 409, title: "This does not fit with what is already there." },
  too_large: { status: 413, title: "This is larger than what is accepted." },
  not_readable: { status: 422, title: "What was given cannot be read." },
  too_many: { status: 429, title: "That was too often in a short time." },
  unexpected: { status: 500, title: "Something went wrong on our side." },
  not_ready: { status: 503, title: "Septet is still starting or already stopping." },
} as const;

export type FailureCode = keyof typeof failures;

/** One field at fault: `pointer` is a JSON pointer into the input, `detail` says what is wrong and what would be right. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

interface FailureParts {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly cause?: unknown;
  /** When it is worth another try, for `too_many`. */
  readonly retryAfterSeconds?: number;
}

/** The one error that code throws on purpose; the edge turns it into a problem document or a line for the terminal. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: FailureCode;
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FailureCode, { detail, errors = [], cause, retryAfterSeconds }: FailureParts = {}) {
    super(detail ?? errors[0]?.detail ?? failures[code].title, { cause });
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Throws a {@link Failure}. Throw where you notice; it is translated once, at the edge. */
export function fail(code: FailureCode, detail?: string): never {
  throw new Failure(code, detail === undefined ? {} : { detail });
}

/** Throws a failure for one field, e.g. `failField("/from", "“2026-13-01” is no date. Write it like 2026-01-31.")`. */
export function failField(pointer: string, detail: string, code: FailureCode = "bad_input"): never {
  throw new Failure(code, { detail, errors: [{ pointer, detail }] });
}

/** RFC 9457 problem document; `type` points to our own docs, relative to the installation. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FailureCode;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
}

/** What a failure looks like on the wire. Anything that is not a {@link Failure} tells nothing about our insides. */
export function problemOf(error: unknown): Problem {
  const failure = error instanceof Failure ? error : new Failure("unexpected");
  const { status, title } = failures[failure.code];
  return {
    type: `/api/docs#${failure.code}`,
    title,
    status,
    code: failure.code,
    ...(failure.detail === undefined ? {} : { detail: failure.detail }),
    ...(failure.errors.length === 0 ? {} : { errors: failure.errors }),
  };
}
