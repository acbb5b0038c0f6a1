import type { BuildContents } from "./build-contents";
import type { Project } from "./project";
import type { Refusal } from "./refusal";

/** What plays the recordings, and what holds them. */
export type RecordingFacts = Pick<Project, "office"> & { readonly build: Pick<BuildContents, "files"> };

/** The recordings of an office's menus that are no public file of the build: callers would hear nothing. */
export function refuseRecordings({ office, build: { files } }: RecordingFacts): Refusal[] {
  const served = files.filter(({ kind, visibility }) => kind === "assets" && visibility === "public");
  const played = Object.values(office?.menus ?? {}).flatMap(({ entries }) =>
    entries.flatMap(({ to }) => (to.kind === "play" && to.play.startsWith("/") ? [to.play] : [])),
  );
  return [...new Set(played)]
    .filter((path) => !served.some((file) => file.path === path))
    .map((path) => ({
      why: `a menu of the office plays ${path}, which the build has not`,
      fix: `put the recording at assets${path}, or correct "play" in the policy, then npm run build`,
    }));
}
