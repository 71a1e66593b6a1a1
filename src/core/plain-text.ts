/** In a set of a pattern: control characters, and what turns the direction of writing around. Text reaches terminals and pages, and steers neither. */
const STEERING = String.raw`\p{Cc}\u202a-\u202e\u2066-\u2069`;

/** One line of 1 to `longest` characters that steers nothing. */
export const plainLine = (longest: number): RegExp => new RegExp(`^[^${STEERING}]{1,${longest}}$`, "u");

/** Text that steers nothing; its lines may be broken, with tabs in them. */
export const PLAIN_LINES = new RegExp(`^(?:[^${STEERING}]|[\\n\\t])*$`, "u");

const everySteering = new RegExp(`[${STEERING}]`, "gu");

/** What is left of a text from outside when all that steers is left out. */
export const harmless = (text: string): string => text.replace(everySteering, "");
