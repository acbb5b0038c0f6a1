import type { FactSource } from "./fact-source";
import type { FactName, Facts, Get } from "./facts";
import { MissingFacts, missingBecause } from "./missing-facts";
import type { World } from "./world";

/** Where each fact comes from. */
export type FactSources = { readonly [Name in FactName]: FactSource<Facts[Name]> };

/** Gathers facts as they are asked for: each once, those that do not need each other at the same time. */
export function startGathering(sources: FactSources, world: World): Get {
  const begun: { [Name in FactName]?: Promise<Facts[Name]> } = {};
  const get: Get = (name) => {
    const known = begun[name];
    if (known !== undefined) return known;
    const made = gather(name);
    // Whoever asks is told; a rejection that nobody waits for yet is no crash.
    made.catch(() => undefined);
    Object.assign(begun, { [name]: made });
    return made;
  };
  const gather = async <Name extends FactName>(name: Name): Promise<Facts[Name]> => {
    try {
      return await sources[name].gather(get, world);
    } catch (failure) {
      throw failure instanceof MissingFacts ? failure : new MissingFacts([missingBecause(name, failure)]);
    }
  };
  return get;
}
