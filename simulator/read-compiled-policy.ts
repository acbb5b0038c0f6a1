import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Policy } from "../src/policy/line";

/** Reads the policy that the build has just compiled, and hence checked. */
export async function readCompiledPolicy(assetsDir: string): Promise<Policy> {
  return JSON.parse(await readFile(join(assetsDir, "gatehouse.private.json"), "utf8")) as Policy;
}
