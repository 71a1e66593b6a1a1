import { expect, test } from "vitest";
import { addressProblem, isPublic, NOT_PUBLIC } from "./address.ts";

test("only https, to a host of the whole internet, without a name or password", () => {
  expect(addressProblem("https://hooks.slack.com/services/T0/B0/x", [])).toBeNull();
  expect(addressProblem("https://1.1.1.1/hook", [])).toBeNull();
  expect(addressProblem("http://hooks.slack.com/services", [])).toMatch(/https/);
  expect(addressProblem("https://me:secret@chat.example.org/", [])).toMatch(/password/);
  expect(addressProblem("javascript:alert(1)", [])).toMatch(/https/);
  expect(addressProblem("file:///etc/passwd", ["localhost"])).toMatch(/https/);
  expect(addressProblem("hooks", [])).toMatch(/Write the address/);
  expect(addressProblem(`https://example.org/${"x".repeat(1000)}`, [])).toMatch(/Write the address/);
});

test.each([
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f.0.0.1/",
  "https://0177.0.0.1/",
  "https://0.0.0.0/",
  "https://10.1.2.3/",
  "https://172.16.0.1/",
  "https://192.168.1.1/",
  "https://100.64.0.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://224.0.0.1/",
  "https://255.255.255.255/",
  "https://[::1]/",
  "https://[::]/",
  "https://[fe80::1]/",
  "https://[fd00::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:a9fe:a9fe]/",
  "https://[64:ff9b::a9fe:a9fe]/",
  "https://[2002:7f00:1::]/",
  "https://[2001:0:7f00:1::]/",
])("%s is no place to post to", (address) => {
  expect(addressProblem(address, [])).toBe(NOT_PUBLIC);
});

test("a host that the operator allows may be inside, and without TLS", () => {
  const allowed = ["chat.internal", "10.0.0.7", "::1"];
  expect(addressProblem("http://chat.internal:8065/hooks/x", allowed)).toBeNull();
  expect(addressProblem("https://10.0.0.7/hooks/x", allowed)).toBeNull();
  expect(addressProblem("http://[::1]/hooks/x", allowed)).toBeNull();
  expect(addressProblem("https://10.0.0.8/hooks/x", allowed)).toBe(NOT_PUBLIC);
  expect(addressProblem("http://chat.internal.example.org/", allowed)).toMatch(/https/);
});

test("what is no address is not public", () => {
  expect(["8.8.8.8", "2606:4700::1111", "localhost", ""].map(isPublic)).toEqual([true, true, false, false]);
});
