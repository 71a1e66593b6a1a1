import type { ComponentType } from "react";

/** What an area shows on a unit's page: a few words before the timeline, the rest below it. */
export interface AreaParts {
  readonly area: string;
  readonly Lead: ComponentType<{ slug: string }>;
  readonly Below: ComponentType<{ slug: string }>;
}
