import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Resource } from "./resources";

/** A Function or an Asset of a build, with what it holds. */
export interface BuiltFile extends Omit<Resource, "file"> {
  /** The name of its file: the SID of its version, without extension, as nothing in the cloud may depend on it. */
  readonly name: string;
  readonly content: Buffer;
}

/** A build on disk. */
export interface WrittenBuild {
  readonly folder: string;
  readonly resources: readonly Resource[];
}

/** Writes a build to a temporary folder of its own, which only its owner can read: private Assets are in it. */
export function writeBuild(files: readonly BuiltFile[]): WrittenBuild {
  const folder = mkdtempSync(join(tmpdir(), "local-twilio-build-"));
  const resources = files.map(({ name, content, ...resource }) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return { ...resource, file };
  });
  return { folder, resources };
}
