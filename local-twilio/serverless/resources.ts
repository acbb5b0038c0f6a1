import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { getDirContent, getPathAndAccessFromFileInfo } from "@twilio-labs/serverless-api/dist/utils/fs";

/** A Function or an Asset as `twilio-run` would deploy it: visibility and path come from the file's name. */
export interface Resource {
  readonly kind: "function" | "asset";
  readonly path: string;
  readonly access: "public" | "protected" | "private";
  readonly file: string;
  /** What an Asset is served as; by the extension of its path when left out. */
  readonly contentType?: string;
}

/**
 * Finds what a built Service consists of, by the toolkit's own rules for names.
 * Throws where the toolkit stays silent: no such folder, or no Function in it.
 * @see https://www.twilio.com/docs/labs/serverless-toolkit/developing#visibility-of-functions-and-assets
 */
export async function findResources(
  functionsDir: string,
  assetsDir: string | undefined,
): Promise<Resource[]> {
  const functions = await listFolder("function", functionsDir);
  if (functions.length === 0) throw new Error(`Cannot host ${functionsDir}: no built Function in it`);
  const assets = assetsDir === undefined ? [] : await listFolder("asset", assetsDir);
  return [...functions, ...assets];
}

async function listFolder(kind: Resource["kind"], folder: string): Promise<Resource[]> {
  const dir = resolve(folder);
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`Cannot host ${dir}: no such folder (run the build first)`);
  const extension = kind === "function" ? ".js" : undefined;
  const files = await getDirContent(dir, extension);
  return files.map((file) => ({ kind, ...getPathAndAccessFromFileInfo(file, extension), file: file.path }));
}
