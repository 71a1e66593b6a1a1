import { stateConformance } from "./conformance/suite.ts";
import { openTestState } from "./testing.ts";

stateConformance("PGlite", openTestState);
