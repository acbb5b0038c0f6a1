import { rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { deploy } from "../../../src/deploy/deploy";
import { prepareProject } from "../../../src/deploy/prepare-project";
import { refuseForwardLoops, refuseSilentLines } from "../../../src/deploy/refuse-lines";
import { LINE, orderFor, POLICY } from "./deploy-desk";
import { inventory } from "./inventory";
import { useDeployDesk } from "./use-deploy-desk";

const OTHER = "+12125550101";
const NO_OFFICE = { office: undefined, reputation: undefined };
const desk = useDeployDesk();

const writePolicy = (lines: object) =>
  desk().edit("assets/gatehouse.private.json", () => JSON.stringify({ ...POLICY, lines }));
const writePackage = (change: (text: string) => string) => desk().edit("package.json", change);
const writeFlow = (change: (text: string) => string) => desk().edit("studio/incoming-call.json", change);
const home = { name: "Home", ring: { to: "+12125550123" } };

test.each<[string, () => void, RegExp]>([
  [
    "rules that only take messages",
    () => writePolicy({ [LINE]: { ...home, rules: ["voicemail"] } }),
    /could never ring/,
  ],
  [
    "a challenge that leads to voicemail",
    () => writePolicy({ [LINE]: { ...home, rules: ["challenge", "contacts"] } }),
    /could never ring/,
  ],
  [
    "a line that the account does not own",
    () => writePolicy({ [OTHER]: home }),
    /\+12125550101 is not a number of this account/,
  ],
  // serverless-toolkit issues 557 and 564: the cloud refuses 2.1.0 with error 20001
  [
    "the runtime-handler that the cloud rejects",
    () =>
      writePackage((text) =>
        text.replace('"@twilio/runtime-handler": "2.0.3"', '"@twilio/runtime-handler": "2.1.0"'),
      ),
    /runtime-handler in exactly one of the versions .* has 2\.1\.0/,
  ],
  [
    "a range of runtime-handlers",
    () =>
      writePackage((text) =>
        text.replace('"@twilio/runtime-handler": "2.0.3"', '"@twilio/runtime-handler": "^2.0.3"'),
      ),
    /has \^2\.0\.3/,
  ],
  [
    "a package from a folder",
    () => writePackage((text) => text.replace('"twilio": "6.2.0"', '"twilio": "file:../twilio"')),
    /cannot install twilio from file:/,
  ],
  ["no build", () => rmSync(join(desk().folder, "dist"), { recursive: true }), /there is no build/],
  [
    "a build without the fallback",
    () => unlinkSync(join(desk().folder, "dist/assets/fallback.xml")),
    /lacks the Asset \/fallback\.xml/,
  ],
  [
    "a flow that fails the check",
    () => writeFlow((text) => text.replace('"next": "route"', '"next": "nowhere"')),
    /has an error: .*nowhere/,
  ],
  [
    "a secret in a flow",
    () => writeFlow((text) => text.replace('"value": "3"', `"value": "${"sk_live_"}${"a1b2c3d4e5f6"}"`)),
    /has an error: .*a secret/,
  ],
  [
    "a Function that is not built",
    () => unlinkSync(join(desk().folder, "dist/functions/incoming/ended.protected.js")),
    /note_end .* calls \/incoming\/ended/,
  ],
  ["a secret that is not set", () => void delete desk().variables.LINK_SECRET, /LINK_SECRET is not set/],
  [
    "a provider of scores without credentials",
    () =>
      desk().edit("assets/gatehouse.private.json", () =>
        JSON.stringify({
          ...POLICY,
          lines: { [LINE]: { ...home, rules: ["contacts", "reputation", "challenge"] } },
          reputation: { provider: "telesign" },
        }),
      ),
    /TELESIGN_API_KEY is not set, .* reputation\.provider is telesign/,
  ],
  [
    "a home without credentials",
    () => desk().edit("assets/gatehouse.private.json", () => JSON.stringify({ ...POLICY, home: {} })),
    /SIP_USERNAME is not set/,
  ],
  [
    "no flow for numbers",
    () => desk().edit("studio/bindings.json", (text) => text.replace('"numbers"', '"sipDomain"')),
    /attaches 0 to them/,
  ],
])("%s: refused with the reason and the fix, and nothing is made", async (_name, spoil, why) => {
  spoil();
  const before = await inventory(desk());
  const outcome = await deploy(await orderFor(desk()));
  if (outcome.kind !== "refused") throw new Error(`it was ${outcome.kind}`);
  expect(outcome.refusals.map((one) => one.why).join("\n")).toMatch(why);
  expect(outcome.refusals.every(({ fix }) => fix !== "")).toBe(true);
  expect(await inventory(desk())).toEqual(before);
});

test.each([
  [
    "a line rings a home which there is not",
    { lines: { [LINE]: { ...home, ring: { to: "home" } } } },
    /"home"/,
  ],
  ["the home shows a number that is no line", { home: { callerId: OTHER } }, /home\.callerId.*12125550101/],
])("that %s is an error of the policy, and so a refusal", async (_name, change, why) => {
  desk().edit("assets/gatehouse.private.json", () => JSON.stringify({ ...POLICY, ...change }));
  const project = await prepareProject(desk().folder, { variables: {}, checkFlow: () => [], builds: false });
  expect(project).toMatchObject([{ why: expect.stringMatching(why), fix: "correct it there" }]);
});

test("the sample household is refused", async () => {
  rmSync(join(desk().folder, "assets/gatehouse.private.json"));
  const order = await orderFor(desk());
  expect(await deploy(order)).toMatchObject({
    kind: "refused",
    refusals: expect.arrayContaining([expect.objectContaining({ fix: "npm run setup" })]),
  });
});

test("errors of the policy are refusals that name file, line and field", async () => {
  desk().edit("assets/gatehouse.private.json", () => '{\n  "lines": { "+12125550100": {} }\n}');
  const checkFlow = () => [];
  const project = await prepareProject(desk().folder, { variables: {}, checkFlow, builds: false });
  const order = { ...(await orderForBroken()), project };
  expect(await deploy(order)).toMatchObject({
    kind: "refused",
    refusals: [{ why: expect.stringMatching(/gatehouse\.private\.json:2.*ring/) }],
  });
});

async function orderForBroken() {
  const { account } = desk();
  const holder = { host: "here", pid: 1, isAlive: () => true, at: "2026-01-05T15:00:00Z" };
  const quiet = () => undefined;
  return { account, holder, confirm: async () => true, report: quiet, note: quiet };
}

test("a forward list that leads back to our own line is refused, once it can be read", async () => {
  await deploy(await orderFor(desk()));
  const sync = (await desk().account.client.sync.v1.services.list()).find(
    ({ friendlyName }) => friendlyName === "gatehouse",
  );
  const maps = desk().account.client.sync.v1.services(sync?.sid ?? "").syncMaps;
  await maps("forwardlist").syncMapItems.create({ key: "+12125550150", data: { to: "(212) 555-0100" } });
  expect(await deploy(await orderFor(desk()))).toMatchObject({
    kind: "refused",
    refusals: [
      {
        why: expect.stringContaining("in circles"),
        fix: expect.stringContaining("npm run lists -- remove forwardlist +12125550150"),
      },
    ],
  });
});

test("an account that is suspended is refused", async () => {
  Object.assign(desk().local.account, { status: "suspended" });
  expect(await deploy(await orderFor(desk()))).toMatchObject({
    kind: "refused",
    refusals: [{ why: "the account is suspended" }],
  });
});

test("credentials that Twilio does not know are said so", async () => {
  const { openAccount } = await import("../../../src/account/account");
  const account = openAccount({ accountSid: desk().local.account.sid, authToken: "0".repeat(32) });
  await expect(deploy({ ...(await orderFor(desk())), account })).rejects.toThrow(
    "does not know these credentials",
  );
});

test("circles are found over two lines, and ways that end at a telephone are none", async () => {
  const { lines } = await desk().project();
  const [line] = lines;
  if (line === undefined) throw new Error("no line");
  const other = { ...line, number: "+12125550101" as typeof line.number, rules: ["forwardlist" as const] };
  const both = [line, other];
  const circles = (forward: Parameters<typeof refuseForwardLoops>[1][number]) =>
    refuseForwardLoops(both, [forward]).length;
  expect(circles({ key: "+12125550150", to: other.number })).toBe(1);
  expect(circles({ key: "+12125550150", to: other.number, lines: [line.number] })).toBe(0);
  expect(circles({ key: "+1900*", to: line.number, lines: [line.number] })).toBe(1);
  expect(circles({ key: "+12125550150", to: "+12125550188" })).toBe(0);
  expect(refuseSilentLines([{ ...other, rules: ["blocklist", "forwardlist"] }], NO_OFFICE)).toEqual([]);
  const atHome = { ...line, rules: ["allowlist" as const], ring: { to: "home" as const } };
  expect(refuseForwardLoops([atHome], [{ key: "+12125550150", to: atHome.number }])).toEqual([]);
});

test.each([
  [["blocklist", "owner", "allowlist", "message"], true],
  [["callbacks", "message"], true],
  [["owner", "message"], true],
  [["allowlist"], true],
  [["blocklist", "message", "allowlist"], false],
  [["blocklist", "message"], false],
] as const)("the rules %j let a line ring: %s", async (rules, rings) => {
  const [line] = (await desk().project()).lines;
  if (line === undefined) throw new Error("no line");
  expect(refuseSilentLines([{ ...line, rules, ring: { to: "home" } }], NO_OFFICE)).toHaveLength(
    rings ? 0 : 1,
  );
});
