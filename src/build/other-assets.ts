import { copyFile, mkdir, readdir, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** The compiled policy has this name; the owner's own has it too. */
const POLICY = /^gatehouse(?:\.private|\.protected)?\.json$/i;
/** Address books, and the files that lists of people are imported from: a public Asset is anybody's to read. */
const PEOPLE = /\.(?:vcf|vcard|csv)$|(?:^|[\\/])(?:whitelistnumbers|gatehouse-backup)[^\\/]*\.json$/i;

/**
 * Lists the assets that are deployed as they are, relative to their folder: all but the owner's policy, address
 * books and lists of people, and hidden files. A folder that does not exist has none.
 * @param sources the real paths of the policy and the address books in use
 */
export async function listOtherAssets(assetsDir: string, sources: readonly string[]): Promise<string[]> {
  const entries = await readdir(assetsDir, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const paths = await Promise.all(files.map(async (file) => ({ file, real: await realpath(file) })));
  const others = paths
    .filter(({ real }) => !sources.includes(real))
    .map(({ file }) => relative(assetsDir, file));
  return others.filter(isDeployable).sort();
}

/** Copies listed assets, keeping their folders. */
export async function copyAssets(
  assets: readonly string[],
  assetsDir: string,
  outDir: string,
): Promise<void> {
  for (const asset of assets) {
    await mkdir(dirname(join(outDir, asset)), { recursive: true });
    await copyFile(join(assetsDir, asset), join(outDir, asset));
  }
}

function isDeployable(asset: string): boolean {
  const isHidden = asset.split(sep).some((part) => part.startsWith("."));
  return !isHidden && !POLICY.test(asset) && !PEOPLE.test(asset);
}
