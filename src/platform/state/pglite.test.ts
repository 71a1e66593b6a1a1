import { stateConformance } from "./conformance.ts";
import { openTestState } from "./testing.ts";

stateConformance("PGlite", openTestState);
