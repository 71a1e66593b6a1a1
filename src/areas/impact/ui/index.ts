import type { AreaParts } from "../../../web/area-parts.ts";
import { Head } from "./head.tsx";

export const impactParts: AreaParts = { area: "impact", Head, heads: ["purpose"] };
