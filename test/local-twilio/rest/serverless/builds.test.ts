import {
  addVersion,
  makeBuild,
  makeService,
  returning,
  type Serverless,
  startServerless,
} from "./local-service";

let world: Serverless;
let service: string;
let version: string;
beforeAll(async () => {
  world = await startServerless();
});
beforeEach(async () => {
  ({ service } = await makeService(world));
  version = await addVersion(
    world,
    { service, collection: "Functions" },
    { path: "/a", content: returning("1") },
  );
});
afterEach(async () => {
  await world.api.services(service).remove();
  expect(world.local.journal.complaints.splice(0)).toEqual([]);
});
afterAll(() => world.local.close());

const builds = () => world.api.services(service).builds;
const build = (change: { dependencies?: string; runtime?: string; functionVersions?: string[] } = {}) =>
  builds().create({ functionVersions: [version], ...change });

test("a build takes a while: whoever asks is told so once, and then what came of it", async () => {
  const { sid, status } = await build();
  const ask = async () => (await world.api.services(service).builds(sid).buildStatus().fetch()).status;
  expect([status, await ask(), await ask()]).toEqual(["building", "building", "completed"]);
  expect((await world.api.services(service).builds(sid).fetch()).status).toBe("completed");
});

test("or until 1.5 s have gone, without anybody asking", async () => {
  const { sid } = await build();
  await world.local.clock.sleep(1500);
  expect((await world.api.services(service).builds(sid).fetch()).status).toBe("completed");
});

test("a build that is broken on purpose ends as failed, and cannot be deployed", async () => {
  world.local.faults.add({ on: "build:gatehouse", fault: { kind: "status", status: 500 }, times: 1 });
  const buildSid = await makeBuild(world, service, { functions: [{ path: "/b", content: returning("1") }] });
  expect((await world.api.services(service).builds(buildSid).fetch()).status).toBe("failed");
  const [environment] = await world.api.services(service).environments.list();
  const deployed = world.api
    .services(service)
    .environments(environment?.sid ?? "")
    .deployments.create({ buildSid });
  await expect(deployed).rejects.toMatchObject({ status: 400, code: 20001 });
});

// Twilio's example of a build: versions with visibility in capitals, dependencies with the defaults.
test("a build says what is in it, and what Twilio adds", async () => {
  const made = await build({ dependencies: '[{"name":"twilio","version":"6.2.0"}]' });
  expect(made.runtime).toBe("node22");
  expect(made.functionVersions).toMatchObject([{ sid: version, path: "/a", visibility: "PUBLIC" }]);
  expect(made.dependencies).toEqual([
    { name: "twilio", version: "6.2.0" },
    { name: "@twilio/runtime-handler", version: "2.0.1" },
  ]);
  expect((await builds().list()).map(({ sid }) => sid)).toEqual([made.sid]);
});

test("the toolkit's bare quotes round the dependencies are taken off", async () => {
  const dependencies = '"[{"name":"@twilio/runtime-handler","version":"2.0.3"}]"';
  expect((await build({ dependencies })).dependencies).toContainEqual({
    name: "@twilio/runtime-handler",
    version: "2.0.3",
  });
});

// The versions of https://www.twilio.com/docs/serverless/functions-assets/handler; serverless-toolkit, issues 558 and 564.
test.each(["1.2.0", "1.3.1", "2.0.0", "2.0.1", "2.0.3", "2.1.2"])(
  "runtime-handler %s is taken",
  async (version) => {
    const dependencies = JSON.stringify([{ name: "@twilio/runtime-handler", version }]);
    expect((await build({ dependencies })).status).toBe("building");
  },
);

test.each(["2.1.0", "^2.0.3", "latest", ""])(
  "runtime-handler %j is refused in Twilio's words",
  async (version) => {
    const dependencies = JSON.stringify([{ name: "@twilio/runtime-handler", version }]);
    await expect(build({ dependencies })).rejects.toMatchObject({
      status: 400,
      code: 20001,
      message: expect.stringContaining(
        `Some dependencies could not be validated. No matching version found for @twilio/runtime-handler@${version}. You can find the valid versions at https://www.twilio.com/docs/serverless/functions-assets/handler`,
      ),
    });
  },
);

test.each([
  '[{"name":"mine","version":"file:../mine"}]',
  '[{"name":"mine","version":"git+ssh://git.example.com/mine"}]',
  '[{"name":"mine"}]',
  "{}",
  "[",
])("dependencies %s are refused", async (dependencies) => {
  await expect(build({ dependencies })).rejects.toMatchObject({ status: 400, code: 20001 });
});

// "unsupported runtime": twilio-cli, issue 252. Which: https://www.twilio.com/docs/serverless/functions-assets/node-upgrade
test.each(["node10", "node18", "node20", "node24", "deno"])("runtime %s is refused", async (runtime) => {
  await expect(build({ runtime })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining(`unsupported runtime: ${runtime}`),
  });
});

test("a build of nothing, of a version that is not there, or with two of one path is refused", async () => {
  const twin = await addVersion(world, { service, collection: "Functions" }, { path: "/a", content: "" });
  // serverless-toolkit, issue 465
  await expect(build({ functionVersions: [] })).rejects.toThrow(
    "At least one Function Version or Asset Version is required for Build",
  );
  await expect(build({ functionVersions: [`ZN${"0".repeat(32)}`] })).rejects.toThrow("was not found");
  await expect(build({ functionVersions: [version, twin] })).rejects.toThrow("Duplicate path /a");
});

test("a build is removed, unless it is live", async () => {
  const live = await makeBuild(world, service, { functions: [{ path: "/b", content: returning("1") }] });
  const idle = await makeBuild(world, service, { functions: [{ path: "/b", content: returning("2") }] });
  const [environment] = await world.api.services(service).environments.list();
  const { deployments } = world.api.services(service).environments(environment?.sid ?? "");
  await deployments.create({ buildSid: live });
  const of = world.api.services(service);
  await expect(of.builds(live).remove()).rejects.toMatchObject({ status: 400 });
  expect(await of.builds(idle).remove()).toBe(true);
  // How terraform-provider-twilio makes way for the removal of a build.
  await deployments.create({});
  expect(await of.builds(live).remove()).toBe(true);
});
