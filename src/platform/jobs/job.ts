import type { z } from "zod";

/** Work that is done in the background, one at a time for each name, and again when it failed or the process died during it. */
export interface Job<Input extends z.ZodObject = z.ZodObject> {
  /** Never changes: work that waits in the store knows its job by it. */
  readonly name: string;
  readonly input: Input;
  /** Safe to run again from the start. */
  run(input: z.output<Input>, turn: Turn): Promise<void>;
  /** How often it is tried again after a failure, 2 unless said otherwise. */
  readonly retries?: number;
  /** After this long it is taken for lost, in seconds; an hour unless said otherwise. */
  readonly longestSeconds?: number;
}

/** One run of a job. */
export interface Turn {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the process wants to stop without waiting. */
  readonly signal: AbortSignal;
}

/** Declares a job and keeps its types exact. */
export function defineJob<Input extends z.ZodObject>(job: Job<Input>): Job<Input> {
  return job;
}

export interface EnqueueOptions {
  /** Of those with the same key, one waits and one runs at most. */
  readonly singletonKey?: string;
  readonly afterSeconds?: number;
}

export interface Jobs {
  /**
   * Has the job done soon; call it outside any transaction. Gives the run's id, or `null` where one with the same key waits already.
   */
  enqueue<Input extends z.ZodObject>(
    job: Job<Input>,
    input: z.input<Input>,
    options?: EnqueueOptions,
  ): Promise<string | null>;
  /** Begins to work. Says how many runs a process that died had in hand; they are taken up again. */
  start(): Promise<{ readonly recovered: number }>;
  /** Takes nothing new. Graceful, it finishes what is in hand; else that is aborted and taken up at the next start. */
  stop(options: { readonly graceful: boolean }): Promise<void>;
}
