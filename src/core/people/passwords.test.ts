import { expect, test } from "vitest";
import { refuseWeakPassword } from "./passwords.ts";

const said = (password: string) => {
  try {
    refuseWeakPassword(password, ["ann@example.org", "Ann Example"]);
    return "fine";
  } catch (error) {
    return (error as Error).message;
  }
};

test("twelve characters are enough, whatever they are", () => {
  expect(said("mauve tractor")).toBe("fine");
  expect(said("grüne Äpfel!")).toBe("fine");
  expect(said("kettle 4 you")).toBe("fine");
  expect(said("short words")).toMatch(/at least 12/);
  expect(said("x".repeat(129))).toMatch(/at most 128/);
});

test.each([
  ["the e-mail address", "ann@example.org"],
  ["the e-mail address with a little more", "Ann@Example.org1"],
  ["the product's name", "septet-septet"],
  ["the product's name with a year", "Septet 2026!!"],
  ["one letter", "aaaaaaaaaaaa"],
  ["a row of digits", "123456789012"],
  ["a row downwards", "987654321098"],
  ["a row of keys", "Qwertyuiop123"],
  ["what everybody writes", "Password1234!"],
  ["what everybody writes instead", "changeme-please"],
])("%s is refused", (_, password) => {
  expect(said(password)).toMatch(/quickly guessed/);
});
