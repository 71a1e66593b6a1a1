import { advocacy } from "./areas/advocacy/index.ts";
import { craft } from "./areas/craft/index.ts";
import { decisions } from "./areas/decisions/index.ts";
import { delivery } from "./areas/delivery/index.ts";
import { growth } from "./areas/growth/index.ts";
import { impact } from "./areas/impact/index.ts";
import { sensemaking } from "./areas/sensemaking/index.ts";
import type { Area } from "./core/area.ts";

/** The seven areas in menu order. An eighth would be one folder and one line here. */
export const areas: readonly Area[] = [impact, delivery, craft, decisions, growth, sensemaking, advocacy];
