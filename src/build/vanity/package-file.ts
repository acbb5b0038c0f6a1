import { readFile } from "node:fs/promises";
import { join } from "node:path";

const PACKAGES = join(__dirname, "../../../node_modules");

/** Where a file of an installed package is. */
export function packageFile(name: string, file: string): string {
  return join(PACKAGES, name, file);
}

/**
 * The text of a file of an installed package.
 * @throws Error naming the package when it is not installed, and what to do
 */
export async function readPackageFile(name: string, file: string, encoding: "utf8" | "latin1" = "utf8") {
  return readFile(packageFile(name, file), encoding).catch((cause: unknown) => {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The words that numbers are spelled with need ${file} of the npm package ${name}, which is not there. Run \`npm ci\` (${found}).`,
      { cause },
    );
  });
}

/** What to throw when a package holds something else than is known of it. */
export function unlikePackage(name: string, what: string): Error {
  return new Error(
    `The npm package ${name} is not as it was: ${what}. Run \`npm ci\`, which installs the version that is known.`,
  );
}
