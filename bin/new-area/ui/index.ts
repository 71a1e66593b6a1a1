import type { AreaParts } from "../../../web/area-parts.ts";
import { Below } from "./below.tsx";
import { Lead } from "./lead.tsx";

export const exampleParts: AreaParts = { area: "example", Lead, Below };
