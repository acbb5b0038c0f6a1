import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDist } from "./build-dist";
import { type DeployDesk, openDeployDesk } from "./deploy-desk";

/**
 * Gives each test of a file a desk of its own, on one build of the Functions, and lets it fail when a judge complains.
 * @returns what gives the desk of the test that runs
 */
export function useDeployDesk(prepare?: (desk: DeployDesk) => Promise<void>): () => DeployDesk {
  const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
  let desk: DeployDesk | undefined;
  const current = () => {
    if (desk === undefined) throw new Error("there is a desk while a test runs only");
    return desk;
  };
  jest.setTimeout(60_000);
  beforeAll(() => buildDist(dist));
  afterAll(() => rmSync(dist, { recursive: true }));
  beforeEach(async () => {
    desk = await openDeployDesk(dist);
    await prepare?.(desk);
  });
  afterEach(async () => {
    const { complaints } = current().local.journal;
    await current().close();
    desk = undefined;
    expect(complaints).toEqual([]);
  });
  return current;
}
