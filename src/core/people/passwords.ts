import { failField } from "../../platform/errors.ts";

/** Length alone is asked for, as NIST SP 800-63B has it; and not one of those that are tried first. */
export const SHORTEST = 12;
/** Hashing takes as long as the text is long. */
export const LONGEST = 128;

/** What people write who were asked for twelve characters. Compared without case, digits at the end, and all but letters and digits. */
const COMMON = [
  ...["password", "passwordpassword", "passw0rd", "passphrase", "mypassword", "changeme", "changemeplease"],
  ...[
    "letmein",
    "letmeinplease",
    "iloveyou",
    "iloveyousomuch",
    "welcome",
    "administrator",
    "correcthorsebatterystaple",
  ],
  ...[
    "qwertyuiop",
    "qwertyuiopasdf",
    "qwertyuiopasdfghjkl",
    "qwerty",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1q2w3e4r5t6y",
  ],
  ...[
    "abcdefghijkl",
    "abcdefghijklm",
    "abcdefghijklmnop",
    "trustno",
    "football",
    "baseball",
    "superman",
    "secret",
  ],
];

/** Refuses a password that is too short, too long, or quickly guessed; `words` are what the person is known by. */
export function refuseWeakPassword(password: string, words: readonly string[], pointer = "/password"): void {
  const length = [...password].length;
  if (length < SHORTEST) failField(pointer, `Take at least ${SHORTEST} characters; several words are fine.`);
  if (password.length > LONGEST) failField(pointer, `Take at most ${LONGEST} characters.`);
  if (quicklyGuessed(password, words))
    failField(pointer, "This one is quickly guessed. Take several words that belong to no saying.");
}

function quicklyGuessed(password: string, words: readonly string[]): boolean {
  const plain = password.toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, "");
  const core = letters.replace(/\d+$/, "");
  if (new Set(plain).size < 5 || isRun(letters)) return true;
  if (["septet", ...COMMON].some((common) => core === common || letters === common)) return true;
  const known = ["septet", ...words].map((word) => word.toLowerCase()).filter((word) => word.length > 2);
  return known.some(
    (word) => plain === word || letters.replaceAll(word.replace(/[^\p{L}\p{N}]/gu, ""), "").length < 4,
  );
}

/** Each character one more than the one before, as in 123456789012 (which begins again at 0). */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((each, at) => each.charCodeAt(0) - text.charCodeAt(at));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}
