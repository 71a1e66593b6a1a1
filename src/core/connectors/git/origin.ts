import { plain } from "./plain.ts";

/**
 * What a repository is called after where it was cloned from: `acme/ledger` for `https://github.com/acme/ledger.git` and
 * `git@github.com:acme/ledger`, all groups of a GitLab path, the last folder of a local path. Never who signs in there.
 * `null` where the address names nothing.
 */
export function nameOfOrigin(url: string): string | null {
  const parts = pathOf(url.trim()).filter((part) => part !== "" && part !== "." && part !== "..");
  const name = plain(parts.join("/").replace(/\.git$/i, ""), 200);
  return name === "" ? null : name;
}

function pathOf(url: string): string[] {
  const address = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/is.exec(url);
  if (address) {
    const [, scheme = "", host = "", path = ""] = address;
    return scheme.toLowerCase() === "file"
      ? folderOf(path)
      : hosted(host, decoded(path.replace(/[?#].*$/s, "")));
  }
  const short = /^([^/:]+):(?!\/\/)(.*)$/s.exec(url);
  return short && !/^[a-z]$/i.test(short[1] ?? "") ? hosted(short[1] ?? "", short[2] ?? "") : folderOf(url);
}

/** Some hosts have parts in a path that name nothing. */
function hosted(host: string, path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "" && part !== "_git" && !part.startsWith("~"));
  const first = parts[0];
  const aside = (first === "v3" && /azure|visualstudio/i.test(host)) || (first === "scm" && parts.length > 2);
  return aside ? parts.slice(1) : parts;
}

/** The last folder of a local path. */
export function folderOf(path: string): string[] {
  const parts = path.split(/[/\\]/).filter((part) => part !== "" && part !== ".git" && part !== ".bare");
  return parts.slice(-1);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
