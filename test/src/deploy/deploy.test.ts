import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "../../../src/deploy/deploy";
import { type DeployDesk, openDeployDesk, orderFor } from "./deploy-desk";
import { buildDist } from "./build-dist";

const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
let desk: DeployDesk;
beforeAll(() => buildDist(dist), 60_000);
afterAll(() => rmSync(dist, { recursive: true }));
beforeEach(async () => {
  desk = await openDeployDesk(dist);
});
afterEach(async () => {
  const { complaints } = desk.local.journal;
  await desk.close();
  expect(complaints).toEqual([]);
});

test("the first deploy makes everything, and the second finds nothing to change and only reads", async () => {
  const first = await deploy(await orderFor(desk));
  if (first.kind !== "applied") throw new Error(JSON.stringify(first, null, 2));
  console.log(first.changes, first.deployment);
  const second = await deploy(await orderFor(desk));
  expect(second.kind).toBe("unchanged");
});
