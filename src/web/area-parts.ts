import type { ComponentType } from "react";

/** What an area shows on a unit's page: a few words before the timeline, the rest below it. */
export interface AreaParts {
  readonly area: string;
  /** `example`: all that it shows is an example, whose owner is not the reader. */
  readonly Lead: ComponentType<{ slug: string; example: boolean }>;
  readonly Below: ComponentType<{ slug: string }>;
}
