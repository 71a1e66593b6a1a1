import { stateConformance } from "./testing/conformance.ts";
import { openTestState } from "./testing.ts";

stateConformance("PGlite", openTestState);
