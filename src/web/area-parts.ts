import type { ComponentType } from "react";

/** What an area shows: on a unit's page a few words before the timeline and the rest below it, and forms in a check-in. */
export interface AreaParts {
  readonly area: string;
  /** Right below the unit's name, whether anything is measured of it or not. */
  readonly Head?: ComponentType<{ slug: string; own: boolean }>;
  /** Which kinds of due things that shows already, so that they are not told twice. */
  readonly heads?: readonly string[];
  /** `example`: all that it shows is an example, whose owner is not the reader. */
  readonly Lead?: ComponentType<{ slug: string; example: boolean }>;
  /** `measured`: something is measured here, or was. */
  readonly Below?: ComponentType<{ slug: string; measured: boolean }>;
  /** What a check-in can lead to in this area, by its kind: a form that begins it. */
  readonly followUps?: readonly FollowUpPart[];
}

export interface FollowUpPart {
  readonly kind: string;
  readonly Form: ComponentType<FollowUpProps>;
}

export interface FollowUpProps {
  /** The unit whose check-in it is; `null` is one's own. */
  readonly slug: string | null;
  /** The turn from which it begins. */
  readonly from: { readonly loop: string; readonly due: string };
  /** What the chart says, and what the team noted: the reason, to be written on. */
  readonly why: string;
  readonly onDone: () => void;
}
