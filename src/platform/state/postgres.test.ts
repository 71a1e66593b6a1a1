import { stateConformance } from "./conformance.ts";
import { openTestPostgres } from "./testing-postgres.ts";

stateConformance("PostgreSQL", openTestPostgres);
