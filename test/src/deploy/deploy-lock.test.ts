import { deploy } from "../../../src/deploy/deploy";
import type { Holder } from "../../../src/deploy/deploy-lock";
import { orderFor } from "./deploy-desk";
import { inventory } from "./inventory";
import { useDeployDesk } from "./use-deploy-desk";

const desk = useDeployDesk();

async function deployAs(holder: Partial<Holder>) {
  const order = await orderFor(desk());
  return deploy({ ...order, holder: { ...order.holder, ...holder } });
}

const outcomeOf = (run: PromiseSettledResult<{ kind: string }>) =>
  run.status === "fulfilled" ? run.value.kind : run.reason.name;

test("of two deploys at once one is carried out and the other is told to wait; nothing is there twice", async () => {
  const runs = await Promise.allSettled([deployAs({ host: "laptop" }), deployAs({ host: "desk" })]);
  expect(runs.map(outcomeOf).sort()).toEqual(["DeployLocked", "applied"]);
  const { sync, flows, services } = await inventory(desk());
  expect({ sync: sync.length, flows: flows.length, services }).toEqual({
    sync: 2,
    flows: 1,
    services: [["gatehouse", 1]],
  });
  expect(await deployAs({ host: "desk" })).toMatchObject({ kind: "unchanged" });
});

test("eight deploys at once, in any order, leave one of everything", async () => {
  const hosts = Array.from({ length: 8 }, (_, index) => `host-${index}`);
  const runs = await Promise.allSettled(hosts.map((host) => deployAs({ host })));
  expect(runs.map(outcomeOf)).toContain("applied");
  const { sync, flows, services } = await inventory(desk());
  expect({ sync: sync.length, flows: flows.length, services }).toEqual({
    sync: 2,
    flows: 1,
    services: [["gatehouse", 1]],
  });
});

async function leaveLock(data: object): Promise<void> {
  await desk()
    .account.client.sync.v1.services("default")
    .documents.create({ uniqueName: "gatehouse-deploy-lock", data, ttl: 900 });
}

test("the lock of another machine holds, and says whose it is", async () => {
  await leaveLock({ host: "elsewhere", pid: 7, at: "2026-01-05T14:59:00Z" });
  await expect(deployAs({})).rejects.toThrow("on elsewhere (process 7, since 2026-01-05T14:59:00Z)");
});

test("the lock of a process of this machine that runs no more is taken over", async () => {
  await leaveLock({ host: "here", pid: 7, at: "2026-01-05T14:59:00Z" });
  expect(await deployAs({ isAlive: () => false })).toMatchObject({ kind: "applied" });
});

test("the lock of a process that still runs holds", async () => {
  await leaveLock({ host: "here", pid: 7, at: "2026-01-05T14:59:00Z" });
  await expect(deployAs({ isAlive: () => true })).rejects.toThrow("Another deploy is under way");
});

test("a crashed deploy's lock ends by itself after a quarter of an hour", async () => {
  await leaveLock({ host: "elsewhere", pid: 7, at: "2026-01-05T14:59:00Z" });
  await desk().local.clock.sleep(901_000);
  expect(await deployAs({})).toMatchObject({ kind: "applied" });
});
