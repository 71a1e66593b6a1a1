import { expect, test } from "vitest";
import { nameOfOrigin } from "./origin.ts";

test.each([
  ["https://github.com/acme/ledger", "acme/ledger"],
  ["https://github.com/acme/ledger.git", "acme/ledger"],
  ["https://github.com/acme/ledger/", "acme/ledger"],
  ["https://jane:s3cret@github.com/acme/ledger.git", "acme/ledger"],
  ["https://x-access-token:s3cret@github.com:443/acme/ledger.git?token=s3cret#s3cret", "acme/ledger"],
  ["ssh://git@github.com:22/acme/ledger.git", "acme/ledger"],
  ["git@github.com:acme/ledger.git", "acme/ledger"],
  ["github.com:/acme/ledger", "acme/ledger"],
  ["git://github.com/acme/ledger.git", "acme/ledger"],
  ["https://gitlab.com/acme/payments/core/ledger.git", "acme/payments/core/ledger"],
  ["https://dev.azure.com/acme/payments/_git/ledger", "acme/payments/ledger"],
  ["git@ssh.dev.azure.com:v3/acme/payments/ledger", "acme/payments/ledger"],
  ["https://bitbucket.acme.test/scm/pay/ledger.git", "pay/ledger"],
  ["ssh://git@acme.test/~jane/ledger.git", "ledger"],
  ["https://acme.test/team%20a/ledger", "team a/ledger"],
  ["file:///srv/git/ledger.git", "ledger"],
  ["/srv/git/ledger.git", "ledger"],
  ["/srv/git/ledger/.git", "ledger"],
  ["../ledger.git", "ledger"],
  ["C:\\git\\ledger", "ledger"],
])("%s is called %s", (url, name) => {
  expect(nameOfOrigin(url)).toBe(name);
});

test.each(["", "https://github.com", "https://github.com/", ".", "/"])("%j names nothing", (url) => {
  expect(nameOfOrigin(url)).toBeNull();
});

test("a name holds no control characters", () => {
  expect(nameOfOrigin("https://github.com/ac\u001bme/led\nger")).toBe("ac me/led ger");
});
