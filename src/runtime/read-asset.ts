import type {} from "@twilio-labs/serverless-runtime-types";

/** What was read, for as long as this Function stays warm: Assets change only with a new Build. */
const read = new Map<string, unknown>();

/** The content of a private Asset, parsed once. @throws Error naming the Asset when the Build lacks it */
export function readAsset<T>(path: string, parse: (text: string) => T): T {
  if (read.has(path)) return read.get(path) as T;
  const asset = Runtime.getAssets()[path];
  if (asset === undefined) throw new Error(`Cannot read Asset ${path}: the Build lacks it`);
  const content = parse(asset.open());
  read.set(path, content);
  return content;
}
