import { join } from "node:path";
import { compileAssets } from "../src/build/compile-assets";
import { putFunctions } from "./kept-functions";
import { PROJECT } from "./project";
import { makeTemporaryFolder } from "./temporary-folder";

/** A policy file and, when its lines' own contacts are not wanted, one vCard file for all lines. */
export interface HouseholdFiles {
  readonly policy?: string | undefined;
  readonly contacts?: string | undefined;
}

/** Where what is hosted gets built: Functions when their sources have changed, Assets once for each household. */
export interface Workshop {
  functionsDir(): Promise<string>;
  assetsDir(files: HouseholdFiles): Promise<string>;
  close(): void;
}

/** Opens a workshop in a temporary folder. What it builds is the same that `npm run build` builds. */
export function openWorkshop(): Workshop {
  const folder = makeTemporaryFolder();
  const assets = new Map<string, Promise<string>>();
  let functions: Promise<string> | undefined;
  return {
    functionsDir() {
      functions ??= putFunctionsInto(join(folder.path, "functions"));
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
    close: () => folder.remove(),
  };
}

async function putFunctionsInto(outDir: string): Promise<string> {
  await putFunctions(outDir);
  return outDir;
}

async function compileInto(outDir: string, { policy, contacts }: HouseholdFiles): Promise<string> {
  const policyFile = policy ?? join(PROJECT, "examples/household/gatehouse.private.json");
  await compileAssets({
    policyFile,
    outDir,
    assetsDir: join(PROJECT, "assets"),
    ...(contacts === undefined ? {} : { contactsFile: contacts }),
  });
  return outDir;
}
