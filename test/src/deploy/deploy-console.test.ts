/** The web console: a Service of its own beside that of calls, which it never touches. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { deploy } from "../../../src/deploy/deploy";
import type { Change } from "../../../src/deploy/plan";
import { refuseConsole } from "../../../src/deploy/refuse-console";
import { rollBack } from "../../../src/deploy/roll-back";
import { callLine } from "./call-line";
import { haveConsole, orderFor, POLICY } from "./deploy-desk";
import { inventory } from "./inventory";
import { useDeployDesk } from "./use-deploy-desk";

const desk = useDeployDesk();
const PAGE = "<html>What does your number spell?</html>";

/** Deploys, and gives what was not left as it was, and where the pages are. */
async function deployed(): Promise<{
  readonly changes: readonly Change[];
  readonly pages: readonly string[];
}> {
  const outcome = await deploy(await orderFor(desk()));
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.refusals, null, 2));
  const { changes, pages } = outcome;
  return { changes: changes.filter(({ action }) => action !== "leave"), pages };
}

const writePolicy = (policy: object) =>
  desk().edit("assets/gatehouse.private.json", () => JSON.stringify(policy));
const changePage = (text: string) => desk().edit("dist/console/assets/pages/vanity.private.html", () => text);
const changeCalls = (text: string) =>
  desk().edit("dist/functions/incoming/ended.protected.js", (before) => `${before}\n// ${text}`);

async function variablesOf(service: string): Promise<string[]> {
  const { services } = desk().account.client.serverless.v1;
  const [environment] = await services(service).environments.list();
  const variables = await services(service)
    .environments(environment?.sid ?? "")
    .variables.list();
  return variables.map(({ key }) => key).sort();
}

const see = async (address = "") => (await fetch(address)).text();
const kept = async () =>
  (await desk().account.client.sync.v1.services("default").documents("gatehouse-deployment").fetch()).data;

test("its pages answer at an address of its own, and it is told what it needs and nothing else", async () => {
  await deployed();
  haveConsole(desk());
  const { changes, pages } = await deployed();
  expect(changes.map(({ kind }) => kind)).toEqual([
    "Verify Service",
    ...["console Service", "console environment"],
    ...["console variable", "console variable", "console variable", "console build"],
  ]);
  expect(pages).toEqual([
    expect.stringMatching(/^https:\/\/gatehouse-console-\d+\.twil\.io\/vanity\.html$/),
    expect.stringMatching(/\/sign-in\.html$/),
  ]);
  expect(await see(pages[0])).toBe(PAGE);
  const names = ["CONSOLE_SECRET", "SYNC_SERVICE_SID", "VERIFY_SERVICE_SID"];
  expect(await variablesOf("gatehouse-console")).toEqual(names);
  expect(await variablesOf("gatehouse")).toEqual(["CHALLENGE_SECRET", "LINK_SECRET", "SYNC_SERVICE_SID"]);
  const verify = await desk().account.client.verify.v2.services.list();
  expect(verify.map(({ friendlyName }) => friendlyName)).toEqual(["gatehouse"]);
  expect((await deployed()).changes).toEqual([]);
});

test("what fails about it leaves calls with all that is new, and the next run does only the rest", async () => {
  await deployed();
  haveConsole(desk());
  changeCalls("news");
  // It is read twice, then made.
  desk().local.faults.add({ on: "http:verify.twilio.com", fault: { kind: "status", status: 403 }, after: 2 });
  const order = await orderFor(desk());
  await expect(deploy(order)).rejects.toThrow("Verify");
  expect(order.reported.at(-2)).toBe("calls have all that they need; now the web console");
  expect((await callLine(desk())).map(({ text }) => text).join(" ")).toMatch(/please press/);
  const { syncServiceSid, domainName, releases } = await kept();
  expect(releases).toHaveLength(2);
  // The commands for lists, call-backs and voicemails go by them.
  expect(order.noted).toMatchObject([{ syncServiceSid, domainName }]);
  desk().local.faults.clear();
  const { changes, pages } = await deployed();
  expect(changes.filter(({ kind }) => !kind.startsWith("console") && kind !== "Verify Service")).toEqual([]);
  expect(await see(pages[0])).toBe(PAGE);
});

test("without administrators there is nothing to sign in to: no Verify Service, no key", async () => {
  writePolicy({ ...POLICY, vanity: { page: true } });
  const { pages } = await deployed();
  expect(pages).toEqual([expect.stringMatching(/\/vanity\.html$/)]);
  expect(await variablesOf("gatehouse-console")).toEqual(["SYNC_SERVICE_SID"]);
  expect((await inventory(desk())).verify).toEqual([]);
});

test("a policy without it takes it away, and what calls run stays", async () => {
  const calls = await deployed().then(() => inventory(desk()));
  haveConsole(desk());
  const { pages } = await deployed();
  writePolicy(POLICY);
  expect((await deployed()).changes).toMatchObject([{ kind: "console Service", action: "remove" }]);
  expect(await inventory(desk())).toEqual({ ...calls, verify: ["gatehouse"] });
  expect((await fetch(pages[0] ?? "")).status).toBe(404);
  expect((await kept()).console).toBeUndefined();
  expect((await deployed()).changes).toEqual([]);
  // Its builds are gone: there is no release before this one, as far as calls go.
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ kind: "refused" });
  haveConsole(desk());
  expect(await see((await deployed()).pages[0])).toBe(PAGE);
});

test("a rollback takes back its build as well, even when nothing else has changed", async () => {
  haveConsole(desk());
  const { pages } = await deployed();
  changePage("second");
  changeCalls("second");
  await deployed();
  changePage("third");
  expect((await deployed()).changes).toMatchObject([
    { kind: "console build", details: ["~ /pages/vanity.html"] },
  ]);
  for (const text of ["second", PAGE]) {
    const outcome = await rollBack(await orderFor(desk()));
    expect(outcome).toMatchObject({ kind: "applied" });
    expect(await see(pages[0])).toBe(text);
  }
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ kind: "refused" });
});

test("a rollback to before there was one leaves it as it is, and then there is nothing to go back to", async () => {
  await deployed();
  haveConsole(desk());
  await deployed();
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ kind: "refused" });
  changeCalls("second");
  const { pages } = await deployed();
  const [build, console] = [{ kind: "build" }, { kind: "console build", action: "leave" }];
  const flow = { kind: "flow", action: "leave" };
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ changes: [flow, build, console] });
  expect(await see(pages[0])).toBe(PAGE);
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ kind: "refused" });
});

test("what it lacks is refused: a build, and a key that cannot be guessed", async () => {
  haveConsole(desk());
  const { variables, folder } = desk();
  const reasons = async () => refuseConsole(await desk().project()).map(({ why }) => why);
  expect(await reasons()).toEqual([]);
  variables.CONSOLE_SECRET = "short";
  expect(await reasons()).toEqual([expect.stringContaining("fewer than 32 characters")]);
  variables.CONSOLE_SECRET = undefined;
  rmSync(join(folder, "dist/console/functions"), { recursive: true });
  expect(await reasons()).toEqual([
    expect.stringContaining("is not built"),
    expect.stringContaining("CONSOLE_SECRET is not set"),
  ]);
  writePolicy(POLICY);
  expect(await reasons()).toEqual([]);
});
