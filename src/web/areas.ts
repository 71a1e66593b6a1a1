import { advocacyParts } from "../areas/advocacy/ui/index.ts";
import { decisionsParts } from "../areas/decisions/ui/index.ts";
import { deliveryParts } from "../areas/delivery/ui/index.ts";
import { impactParts } from "../areas/impact/ui/index.ts";
import type { AreaParts } from "./area-parts.ts";

/** The areas that have something to show, in menu order. */
export const areaParts: readonly AreaParts[] = [impactParts, deliveryParts, decisionsParts, advocacyParts];
