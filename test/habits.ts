import { at, type GitRepository, gitRepository } from "./git-repository.ts";

/** Releases by tags, with a release branch, a pre-release, a revert, a roll-forward with a trailer and a rollback. */
export function tagged(): { repo: GitRepository; tags: string[] } {
  const repo = gitRepository();
  repo.commit("First steps", { at: at("2024-01-02 09:00") });
  const parser = repo.commit("Parser", { at: at("2024-01-03 09:00") });
  repo.tag("v1.0.0", { at: at("2024-01-05 10:00") });
  repo.ref("refs/heads/feature", parser);
  repo.commit("Feature, first part", { on: "feature", at: at("2024-01-08 09:00") });
  repo.commit("Feature, second part", { on: "feature", at: at("2024-01-10 09:00") });
  const typo = repo.commit("Typo", { at: at("2024-01-09 09:00") });
  const merge = repo.merge(["feature"], { at: at("2024-01-11 09:00") });
  repo.tag("v1.1.0-rc.1", { at: at("2024-01-11 12:00") });
  repo.tag("v1.1.0", { at: at("2024-01-12 10:00") });
  repo.commit(
    `Revert "Merge feature"\n\nThis reverts commit ${merge}, reversing\nchanges made to ${typo}.\n`,
    { at: at("2024-01-13 09:00") },
  );
  repo.tag("v1.1.1", { at: at("2024-01-13 10:00") });
  repo.commit("Faster\n\nBy a lot.\n\nFixes-Deployment: v1.0.0\nSigned-off-by: Ann <ann@acme.test>", {
    at: at("2024-01-15 09:00"),
  });
  repo.tag("v1.2.0", { at: at("2024-01-16 10:00") });
  repo.tag("v1.2.1", { of: typo, at: at("2024-01-16 11:00") });
  repo.ref("refs/heads/release-1.1", merge);
  repo.commit("Only for 1.1", { on: "release-1.1", at: at("2024-01-17 09:00") });
  repo.tag("v1.1.2", { of: repo.head("release-1.1") as string, at: at("2024-01-18 10:00") });
  repo.tag("release-1.0", { of: parser, at: at("2024-01-04 10:00") });
  repo.commit("Not released yet", { at: at("2024-01-20 09:00") });
  return { repo, tags: ["v1.0.0", "v1.1.0", "v1.1.1", "v1.2.0", "v1.1.2", "v1.2.1", "release-1.0"] };
}

/** Every merge goes live; some work comes by pull request, some straight; one is taken back. */
export function trunk(): GitRepository {
  const repo = gitRepository();
  for (let day = 1; day <= 9; day++) {
    const branch = `work-${day}`;
    const main = repo.commit(`Straight ${day}`, { at: at(`2024-02-0${day} 08:00`) });
    repo.ref(`refs/heads/${branch}`, main);
    repo.commit(`Piece one of ${day}`, { on: branch, at: at(`2024-02-0${day} 10:00`) });
    const piece = repo.commit(`Piece two of ${day}`, { on: branch, at: at(`2024-02-0${day} 11:00`) });
    repo.merge([branch], { at: at(`2024-02-0${day} 15:00`) });
    if (day % 4 === 0)
      repo.commit(`Revert piece two\n\nThis reverts commit ${piece.slice(0, 9)}.`, {
        at: at(`2024-02-0${day} 18:00`),
      });
  }
  return repo;
}

/** Two packages, each with its tags; the releases of one interleave with the other's. */
export function monorepo(): { repo: GitRepository; tags: string[] } {
  const repo = gitRepository();
  for (let week = 1; week <= 6; week++) {
    const api = repo.commit(`api ${week}`, {
      at: at(`2024-03-0${week} 08:00`),
      files: { "api.ts": `${week}\n` },
    });
    repo.commit(`web ${week}`, { at: at(`2024-03-0${week} 09:00`), files: { "web.ts": `${week}\n` } });
    if (week % 2 === 0) repo.tag(`api@1.${week}.0`, { of: api });
    repo.tag(`web@2.${week}.0`, { at: at(`2024-03-0${week} 12:00`) });
  }
  repo.tag("api@1.7.0-beta.1");
  return { repo, tags: ["api@1.2.0", "api@1.4.0", "api@1.6.0"] };
}

/**
 * One repository of several teams: two applications, what they share, infrastructure and documents. It is released as a whole every
 * week, and the api is by tags of its own. Some changes touch several parts; one is taken back, and one release is gone back to.
 */
export function divided(): { repo: GitRepository; tags: string[]; apiTags: string[] } {
  const repo = gitRepository({ name: "shop" });
  const places = [
    ["apps/web/page.ts"],
    ["apps/api/server.ts"],
    ["packages/ui/button.css", "apps/web/page.ts"],
    ["infra/main.tf"],
    ["README.md"],
    ["apps/web/cart/cart.ts", "apps/api/cart.ts"],
    ["apps/api/server.ts", "infra/api/main.tf"],
    ["docs/guide.md", "packages/ui/button.css"],
    ["apps/web/page.ts", "tools/build.sh"],
  ];
  const tags: string[] = [];
  const apiTags: string[] = [];
  const made: string[] = [];
  const day = 86_400;
  for (let number = 0; number < 72; number++) {
    const time = at("2024-01-03 09:00") + number * 2 * day;
    const files = Object.fromEntries((places[(number * 5) % 9] ?? []).map((file) => [file, `${number}\n`]));
    const takesBack = number % 17 === 9 ? `\n\nThis reverts commit ${made[number - 4]}.` : "";
    made.push(repo.commit(`Work ${number}${takesBack}`, { at: time, files }));
    if (number % 13 === 12) {
      repo.ref(`refs/heads/side-${number}`, made[number - 1] as string);
      repo.commit(`Side ${number}`, { on: `side-${number}`, at: time + 3600, files });
      repo.merge([`side-${number}`], { at: time + 7200 });
    }
    if (number % 4 === 3) tags.push(tagged(`v1.${tags.length}.0`, time + 10_000));
    if (number % 6 === 2) apiTags.push(tagged(`api@2.${apiTags.length}.0`, time + 20_000));
  }
  const back = repo.git("rev-parse", "v1.9.0~1");
  tags.push(tagged("v1.99.0", at("2024-06-20 10:00"), back));
  return { repo, tags, apiTags };

  function tagged(name: string, time: number, of = repo.head() as string): string {
    repo.tag(name, { of, at: time });
    return name;
  }
}
