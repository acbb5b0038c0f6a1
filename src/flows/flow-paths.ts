import { pathUnder } from "./base-url";
import type { FlowSource } from "./flow-file";
import { mapTexts } from "./json";
import { statesOf } from "./states";

/** A Function or an Asset of ours that a widget reaches. */
export interface FlowPath {
  readonly widget: string;
  /** Begins with a slash; has no query. */
  readonly path: string;
}

/** What a flow needs of our Service. Paths that Liquid makes during a call are not known, and left out. */
export function flowPathsOf({ definition, bindings }: FlowSource): FlowPath[] {
  return statesOf(definition).flatMap((state) => {
    const paths = new Set<string>();
    mapTexts(state.properties, (text) => {
      const path = pathUnder(text, bindings.baseUrl);
      if (path !== undefined) paths.add(path);
      return text;
    });
    return [...paths].map((path) => ({ widget: String(state.name), path }));
  });
}
