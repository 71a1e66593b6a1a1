import { expect, test } from "vitest";
import { addressFrom } from "./visitor.ts";

test("without a proxy of ours, what a request claims about its address is not believed", () => {
  expect(addressFrom(["1.1.1.1", "203.0.113.9"], 0)).toBe("203.0.113.9");
});

test("behind proxies of ours, the address that the outermost one saw counts, and none before it", () => {
  expect(addressFrom(["6.6.6.6", "203.0.113.9", "10.0.0.1"], 1)).toBe("203.0.113.9");
  expect(addressFrom(["6.6.6.6", "203.0.113.9", "10.0.0.2", "10.0.0.1"], 2)).toBe("203.0.113.9");
  expect(addressFrom(["10.0.0.1"], 2)).toBe("10.0.0.1");
});

test("the addresses of one machine are one", () => {
  expect(addressFrom(["::ffff:203.0.113.9"], 0)).toBe("203.0.113.9");
  expect(addressFrom(["2001:db8:0:1::5"], 0)).toBe(addressFrom(["2001:0db8::1:aaaa:bbbb:cccc:dddd"], 0));
  expect(addressFrom(["2001:db8:0:2::5"], 0)).not.toBe(addressFrom(["2001:db8:0:1::5"], 0));
  expect(addressFrom(["fe80::1%eth0"], 0)).toBe("fe80:0:0:0::/64");
});
