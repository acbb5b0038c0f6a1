import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putFunctions } from "../../../simulator/kept-functions";
import { compileAssets } from "../../../src/build/compile-assets";
import { POLICY } from "./deploy-desk";

const PROJECT = join(__dirname, "../../..");

/** Builds into a folder what `npm run build` would leave in dist for the owner's policy. */
export async function buildDist(outDir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-policy-"));
  const policyFile = join(folder, "gatehouse.private.json");
  writeFileSync(policyFile, JSON.stringify(POLICY));
  await putFunctions(join(outDir, "functions"));
  await compileAssets({ policyFile, assetsDir: join(PROJECT, "assets"), outDir: join(outDir, "assets") });
  rmSync(folder, { recursive: true });
}
