import { dirname, join, normalize } from "node:path";
import { readProjectFile } from "./tree";

/**
 * Who may import whom. A folder may always import itself (a Function may not import another Function).
 * `types` means: only `import type`.
 */
const MAY_IMPORT: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>
> = {
  "src/telephony": { code: ["src/telephony"] },
  "src/policy": { code: ["src/policy", "src/telephony"] },
  "src/vanity": { code: ["src/vanity", "src/telephony"] },
  "src/config": { code: ["src/config", "src/telephony", "src/policy"] },
  "src/contacts": { code: ["src/contacts", "src/telephony", "src/policy"] },
  "src/build": { code: ["src/build", "src/config", "src/contacts", "src/telephony", "src/policy"] },
  "src/store": { code: ["src/store", "src/telephony"], types: ["src/policy"] },
  "src/twiml": { code: ["src/twiml", "src/telephony"], types: ["src/policy"] },
  "src/mail": { code: ["src/mail", "src/telephony"], types: ["src/policy"] },
  "src/reputation": { code: ["src/reputation", "src/telephony"], types: ["src/policy"] },
  "src/runtime": {
    code: [
      "telephony",
      "policy",
      "vanity",
      "contacts",
      "config",
      "store",
      "twiml",
      "mail",
      "reputation",
      "runtime",
    ].map((name) => `src/${name}`),
  },
  "src/deploy": { code: ["src/deploy", "src/config", "src/telephony"] },
  functions: { code: ["src"] },
  "console/functions": { code: ["src"] },
  "console/web": { code: ["console/web"], types: ["src/telephony", "console/functions"] },
  "local-twilio": { code: ["local-twilio"] },
  simulator: { code: ["simulator", "src", "local-twilio"] },
  scripts: { code: [""] },
  bench: { code: [""] },
  test: { code: [""] },
};

const IMPORT =
  /\b(?:import|export)\s+(type\s)?[^"'`;]*?from\s*["'](\.[^"']+)["']|\b(?:import|require)\s*\(\s*["'](\.[^"']+)["']|\bimport\s+["'](\.[^"']+)["']/g;

/** The imports in a file that the law of the house forbids, each as a sentence. */
export function forbiddenImports(file: string, text = readProjectFile(file)): string[] {
  const room = Object.keys(MAY_IMPORT)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  const law = MAY_IMPORT[room ?? ""];
  if (law === undefined) return [`${file} is in no room of the house`];
  return [...text.matchAll(IMPORT)].flatMap(([, type, from, dynamic, bare]) => {
    const target = normalize(join(dirname(file), from ?? dynamic ?? bare ?? ""));
    const allowed = type === undefined ? law.code : [...law.code, ...(law.types ?? [])];
    return allowed.some((name) => isWithin(target, name)) ? [] : [`${file} may not import ${target}`];
  });
}

const isWithin = (target: string, folder: string): boolean =>
  folder === "" || target.startsWith(`${folder}/`);
