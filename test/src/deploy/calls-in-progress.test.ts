/** A deploy while somebody is on the line: no live call meets a Function that is not there. */
import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { deploy } from "../../../src/deploy/deploy";
import { nextStranger } from "./call-line";
import { LINE, orderFor } from "./deploy-desk";
import { useDeployDesk } from "./use-deploy-desk";

const desk = useDeployDesk();

/** Simulated time stands still while a caller acts, so that nobody may wait for it meanwhile. */
async function deployed() {
  const order = await orderFor(desk());
  return deploy({ ...order, account: { ...order.account, sleep: async () => undefined } });
}

const functions = () => join(desk().folder, "dist/functions");

/** The challenge is checked by a Function of another name from now on. */
function renameFunction(): void {
  const [before, after] = ["incoming/check-challenge.protected.js", "incoming/judge-challenge.protected.js"];
  renameSync(join(functions(), before), join(functions(), after));
  desk().edit("studio/incoming-call.json", (text) =>
    text.replaceAll("/incoming/check-challenge", "/incoming/judge-challenge"),
  );
}

/** A stranger who answers the challenge right; `meanwhile` happens while the digits are being spoken. */
async function callDuring(meanwhile: () => Promise<void>) {
  let digits = "";
  let isDone = false;
  const outcome = await desk().local.receiveCall({
    from: nextStranger(),
    to: LINE,
    callees: () => ({ does: "answers" }),
    party: {
      async during({ heard, awaits }) {
        const [, ...found] = /press (\d) (\d) (\d)/.exec(heard.text) ?? [];
        if (found.length > 0) digits = found.join("");
        if (!isDone && digits !== "") {
          isDone = true;
          await meanwhile();
        }
        if (awaits === "input" && digits !== "") return { at: 0, does: "press", keys: digits };
        return { at: 0, does: heard.kind === "beep" ? "hangUp" : "nothing" };
      },
    },
  });
  await outcome.afterwards;
  const asked = desk()
    .local.journal.functionsOf(outcome.callSid)
    .map(({ path, status }) => `${path} ${status}`);
  return { heard: outcome.heard.map(({ text }) => text).join(" "), asked };
}

test("a Function that the new build lacks stays for the calls that are in progress", async () => {
  await deployed();
  const { heard, asked } = await callDuring(async () => {
    renameFunction();
    expect(await deployed()).toMatchObject({ kind: "applied" });
  });
  expect(asked).toContain("/incoming/check-challenge 200");
  expect(heard).toContain("leave a message");
});

test("the next call runs the new flow, and finds its Functions", async () => {
  await deployed();
  renameFunction();
  await deployed();
  const { heard, asked } = await callDuring(async () => undefined);
  expect(asked).toContain("/incoming/judge-challenge 200");
  expect(heard).toContain("leave a message");
});

test("what was kept for calls in progress is no change for the next run, and is gone with the next build", async () => {
  await deployed();
  renameFunction();
  await deployed();
  expect(await deployed()).toMatchObject({ kind: "unchanged" });
  desk().edit("dist/functions/incoming/ended.protected.js", (text) => `${text}\n// later`);
  await deployed();
  const { client } = desk().account;
  const [service] = await client.serverless.v1.services.list();
  const builds = await client.serverless.v1.services(service?.sid ?? "").builds.list();
  const paths = builds[0]?.functionVersions.map(({ path }) => path);
  expect(paths).toContain("/incoming/judge-challenge");
  expect(paths).not.toContain("/incoming/check-challenge");
});

test("a call that comes in at every step of a deploy is answered", async () => {
  await deployed();
  renameFunction();
  cpSync(join(functions(), "incoming/ended.protected.js"), join(functions(), "incoming/other.protected.js"));
  const order = await orderFor(desk());
  const calls: Promise<{ heard: string }>[] = [];
  const report = () => void calls.push(callDuring(async () => undefined));
  expect(await deploy({ ...order, report })).toMatchObject({ kind: "applied" });
  const heard = await Promise.all(calls);
  expect(heard.length).toBeGreaterThan(5);
  for (const call of heard) expect(call.heard).toContain("leave a message");
});
