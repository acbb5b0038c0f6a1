import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const projectRoot = join(__dirname, "../..");

/** The project's files, as git sees them: tracked, or new and not ignored. */
function projectFiles(): string[] {
  const listing = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  return [...new Set(listing.split("\n"))].filter(
    (file) => file !== "" && existsSync(join(projectRoot, file)),
  );
}

const IN_THE_HOUSE = /^(functions|console|src|local-twilio|simulator|scripts|bench|test)\//;

/** Every TypeScript file of the project. */
export const sourceFiles = (): string[] =>
  projectFiles().filter((file) => IN_THE_HOUSE.test(file) && file.endsWith(".ts"));

/** What runs before anything could compile it. */
export const plainScripts = (): string[] =>
  projectFiles().filter((file) =>
    /^(functions|src|local-twilio|simulator|scripts|bench)\/.*\.[cm]?js$/.test(file),
  );

/** Every text a person could read a phone number in. */
export const textFiles = (): string[] =>
  projectFiles().filter(
    (file) => /\.(ts|md|json|vcf|xml|mjs|cjs|example)$/.test(file) && file !== "package-lock.json",
  );

export const readProjectFile = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
