import type { Area, AreaContext } from "../area.ts";
import type { DaysOffStore } from "./store/days-off-store.ts";
import type { ExperimentsStore } from "./store/experiments-store.ts";
import type { LoopsStore } from "./store/loops-store.ts";

/** What the routes of loops need of the request and the product. */
export interface LoopsContext extends AreaContext {
  /** The areas in menu order. */
  readonly areas: readonly Area[];
  readonly loops: LoopsStore;
  readonly daysOff: DaysOffStore;
  readonly experiments: ExperimentsStore;
  /** Tells whoever is looking at a unit's check-in (its id; null: at the asking person's own) that something of it changed. */
  changed(unit: string | null): void;
}
