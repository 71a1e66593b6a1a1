import { expect, test } from "vitest";
import { newRing, seal, unseal } from "./secrets.ts";

const ring = newRing();

test("what is sealed opens with its key, and is another text each time", () => {
  const [one, other] = [seal(ring, "mail", "hunter2 ü"), seal(ring, "mail", "hunter2 ü")];
  expect(unseal(ring, "mail", one)).toBe("hunter2 ü");
  expect(one).not.toBe(other);
  expect(one).toMatch(new RegExp(`^v1\\.${ring.current}\\.[\\w-]+\\.[\\w-]+$`));
});

test("an older key of the ring still opens what it sealed", () => {
  const fresh = newRing();
  const both = { current: fresh.current, keys: { ...ring.keys, ...fresh.keys } };
  expect(unseal(both, "mail", seal(ring, "mail", "text"))).toBe("text");
});

test("another key, another purpose, or one changed character opens nothing", () => {
  const sealed = seal(ring, "mail", "text");
  const impostor = {
    current: ring.current,
    keys: { [ring.current]: Object.values(newRing().keys)[0] as string },
  };
  expect(() => unseal(newRing(), "mail", sealed)).toThrow(/does not open/);
  expect(() => unseal(impostor, "mail", sealed)).toThrow(/does not open/);
  expect(() => unseal(ring, "sessions", sealed)).toThrow(/does not open/);
  const at = sealed.length - 5;
  const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
  expect(() => unseal(ring, "mail", changed)).toThrow(/does not open/);
  expect(() => unseal(ring, "mail", sealed.slice(0, -20))).toThrow(/does not open/);
  expect(() => unseal(ring, "mail", "v2.x.y.z")).toThrow(/does not open/);
  expect(() => unseal(ring, "mail", sealed.replace(ring.current, "constructor"))).toThrow(/does not open/);
});
