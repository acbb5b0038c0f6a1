import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { putFunctions } from "../../../simulator/kept-functions";
import { compileAssets } from "../../../src/build/compile-assets";
import { POLICY } from "./deploy-desk";

const PROJECT = join(__dirname, "../../..");

/** Builds into a folder what `npm run build` would leave in dist for the owner's policy, as far as tests need it. */
export async function buildDist(outDir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-policy-"));
  const policyFile = join(folder, "gatehouse.private.json");
  writeFileSync(policyFile, JSON.stringify(POLICY));
  await putFunctions(join(outDir, "functions"));
  emptyFunctions(join(outDir, "functions"));
  await compileAssets({ policyFile, assetsDir: join(PROJECT, "assets"), outDir: join(outDir, "assets") });
  // Megabytes of words that no test here asks for would be uploaded hundreds of times.
  rmSync(join(outDir, "assets/vanity"), { recursive: true, force: true });
  rmSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(CONSOLE)) {
    const file = join(outDir, "console", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * The calls of these tests are screened and recorded. Megabytes of Functions that none of them reaches would be uploaded
 * hundreds of times: these are there, and do nothing.
 */
function emptyFunctions(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".js") || /^(incoming|voicemail)\b/.test(name)) continue;
    rmSync(join(folder, name));
    writeFileSync(join(folder, name), say("{}"));
  }
}

/** A web console in small: what deploying one takes does not depend on what it does. */
const CONSOLE = {
  "functions/vanity.html.js": say("Runtime.getAssets()['/pages/vanity.html'].open()"),
  "functions/sign-in.html.js": say('"<html>Sign in</html>"'),
  "functions/api/lookups.js": say("Object.assign(new Twilio.Response(), { statusCode: 401 })"),
  "assets/pages/vanity.private.html": "<html>What does your number spell?</html>",
  "assets/style.css": "body { color: black }",
};

function say(what: string): string {
  return `exports.handler = (context, event, callback) => callback(null, ${what});\n`;
}
