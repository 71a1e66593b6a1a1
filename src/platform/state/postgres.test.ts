import { stateConformance } from "./conformance/suite.ts";
import { openTestPostgres } from "./testing-postgres.ts";

stateConformance("PostgreSQL", openTestPostgres);
