import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileAssets } from "../src/build/compile-assets";
import { compileConsole } from "../src/build/compile-console";
import { consolePolicy } from "../src/build/console-policy";
import { readPolicy } from "../src/config/read-policy";
import type { ConsolePolicy } from "../src/policy/console";
import { CALL_FUNCTIONS, CONSOLE_FUNCTIONS, type FunctionSources, putFunctions } from "./kept-functions";
import { PROJECT } from "./project";
import { makeTemporaryFolder } from "./temporary-folder";

/** A policy file and, when its lines' own contacts are not wanted, one vCard file for all lines. */
export interface HouseholdFiles {
  readonly policy?: string | undefined;
  readonly contacts?: string | undefined;
}

/** The built web console, and what of the policy it knows. */
export interface ConsoleFolders {
  readonly functionsDir: string;
  readonly assetsDir: string;
  readonly policy: ConsolePolicy;
}

/** Where what is hosted gets built: Functions when their sources have changed, Assets once for each household. */
export interface Workshop {
  functionsDir(): Promise<string>;
  assetsDir(files: HouseholdFiles): Promise<string>;
  /** Undefined when the policy has no web console. */
  consoleFolders(files: HouseholdFiles): Promise<ConsoleFolders | undefined>;
  close(): void;
}

/** Opens a workshop in a temporary folder. What it builds is the same that `npm run build` builds. */
export function openWorkshop(): Workshop {
  const folder = makeTemporaryFolder();
  const assets = new Map<string, Promise<string>>();
  let functions: Promise<string> | undefined;
  return {
    functionsDir() {
      functions ??= putFunctionsInto(join(folder.path, "functions"), CALL_FUNCTIONS);
      return functions;
    },
    assetsDir(files) {
      const key = JSON.stringify([files.policy, files.contacts]);
      const known = assets.get(key);
      if (known !== undefined) return known;
      const made = compileInto(join(folder.path, `assets-${assets.size}`), files);
      assets.set(key, made);
      return made;
    },
    consoleFolders: (files) => buildConsole(join(folder.path, "console"), files),
    close: () => folder.remove(),
  };
}

async function putFunctionsInto(outDir: string, functions: FunctionSources): Promise<string> {
  await putFunctions(outDir, functions);
  return outDir;
}

function policyOf({ policy }: HouseholdFiles): string {
  return policy ?? join(PROJECT, "examples/household/gatehouse.private.json");
}

async function buildConsole(folder: string, files: HouseholdFiles): Promise<ConsoleFolders | undefined> {
  const policyFile = policyOf(files);
  const policy = readPolicy(await readFile(policyFile, "utf8"), policyFile);
  if (!policy.has.console) return undefined;
  const assetsDir = join(folder, "assets");
  const [functionsDir] = await Promise.all([
    putFunctionsInto(join(folder, "functions"), CONSOLE_FUNCTIONS),
    compileConsole({ policyFile, webDir: join(PROJECT, "console/web"), outDir: assetsDir }),
  ]);
  return { functionsDir, assetsDir, policy: consolePolicy(policy) };
}

async function compileInto(outDir: string, files: HouseholdFiles): Promise<string> {
  const { contacts } = files;
  await compileAssets({
    policyFile: policyOf(files),
    outDir,
    assetsDir: join(PROJECT, "assets"),
    ...(contacts === undefined ? {} : { contactsFile: contacts }),
  });
  return outDir;
}
