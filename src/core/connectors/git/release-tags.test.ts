import { expect, test } from "vitest";
import { isPreRelease, isRelease, prefixOf } from "./release-tags.ts";

const RELEASES = [
  "v1.0.0",
  "1.0.0",
  "V2.3",
  "v7",
  "12",
  "r42",
  "release-12",
  "release/3",
  "version-1.2",
  "1.2.3.4",
  "v1.2.3+build.5",
  "api@1.2.0",
  "@acme/api@1.2.0",
  "api/v1.2.0",
  "packages/api/1.2.0",
  "api-v1.2.0",
  "log4j-2.17.1",
  "next@14.0.0",
  "dev-tools-1.0.0",
  "release-2024-05-01",
  "2024-05-01",
  "20240501",
  "deploy-20240501-2",
  "2024.05.1",
  "v2024.5",
  "2024.05.01-2",
  "prod-2024-05-01",
  "REL_16_1",
  "OpenSSL_1_1_1w",
  "1.0.2k",
  "4.0.0.Final",
  "5.3.0.RELEASE",
  "v1.2.3-hotfix.1",
  "1.0.post1",
  "v1.2-linux",
];
const PRE_RELEASES = [
  "v1.0.0-alpha",
  "v1.0.0-beta.2",
  "1.0.0-rc1",
  "v1.0.0-RC.1",
  "v1.0-rc1",
  "1.0rc1",
  "1.0a1",
  "1.0b2",
  "1.0.dev3",
  "v2.0.0-preview",
  "v2.0.0-next.4",
  "1.0.0-SNAPSHOT",
  "4.0.0.M1",
  "4.0.0.CR2",
  "4.0.0.Beta1",
  "v1.2.0-anything",
  "v1.2.0-1",
  "v1.2.0-rc.1+build.7",
  "api@1.2.0-beta.1",
  "api/v1.2.0-rc.1",
  "nightly-2024-05-01",
  "nightly/2024-05-01",
  "app-nightly-20240501",
  "rc/1.2.0",
  "2024.05.1-rc1",
  "release-2024-05-01-beta",
  "REL_16_BETA1",
  "nightly",
  "canary-abc",
];
const NEITHER = [
  "latest",
  "stable",
  "issue-123",
  "backup-2024-05-01",
  "pr/77",
  "before-refactoring",
  "v1.2.x",
  "demo",
  "sprint-12",
];

test.each(RELEASES)("%s is a release", (tag) => {
  expect([isRelease(tag), isPreRelease(tag)]).toEqual([true, false]);
});

test.each(PRE_RELEASES)("%s is a pre-release", (tag) => {
  expect([isRelease(tag), isPreRelease(tag)]).toEqual([false, true]);
});

test.each(NEITHER)("%s names no release", (tag) => {
  expect([isRelease(tag), isPreRelease(tag)]).toEqual([false, false]);
});

test("what comes before the version tells the kinds of a monorepo's tags apart", () => {
  const prefixes = [
    "api@1.2.0",
    "@acme/web@1.0.0",
    "api/v1.2.0",
    "v1.0.0",
    "1.0.0",
    "release-2024-05-01",
    "log4j-2.17.1",
  ].map(prefixOf);
  expect(prefixes).toEqual(["api@", "@acme/web@", "api/v", "v", "", "release-", "log4j-"]);
});
