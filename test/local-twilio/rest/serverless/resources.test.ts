import { makeService, type Serverless, startServerless } from "./local-service";

/* The oracle is Twilio's helper library; limits are those of `twilio_serverless_v1.json`, by which every exchange is judged. */
let world: Serverless;
beforeAll(async () => {
  world = await startServerless();
});
afterAll(() => world.local.close());
afterEach(async () => {
  for (const service of [...world.local.serverless.services.keys()])
    await world.api.services(service).remove();
  expect(world.local.journal.complaints.splice(0)).toEqual([]);
});

const refused = (status: number, code: number) => expect.objectContaining({ status, code });

describe("Services", () => {
  test("are made with a domain of their own, and read by SID or unique name", async () => {
    const made = await world.api.services.create({ uniqueName: "thanos", friendlyName: "Thanos" });
    expect(made).toMatchObject({ uniqueName: "thanos", includeCredentials: true, uiEditable: false });
    // https://www.twilio.com/docs/serverless/api#understanding-domains: thanos-3432
    expect(made.domainBase).toMatch(/^thanos-\d{4}$/);
    expect((await world.api.services("thanos").fetch()).sid).toBe(made.sid);
    expect((await world.api.services(made.sid).fetch()).friendlyName).toBe("Thanos");
  });

  test("change what may change, and go", async () => {
    const { service } = await makeService(world);
    const changed = await world.api.services(service).update({ friendlyName: "New", uiEditable: true });
    expect(changed).toMatchObject({ friendlyName: "New", uiEditable: true, includeCredentials: true });
    expect(await world.api.services(service).remove()).toBe(true);
    await expect(world.api.services(service).fetch()).rejects.toEqual(refused(404, 20404));
  });

  test("with a taken unique name are a conflict: 409 with 20409", async () => {
    await makeService(world);
    const again = world.api.services.create({ uniqueName: "gatehouse", friendlyName: "x" });
    await expect(again).rejects.toEqual(refused(409, 20409));
  });

  test.each(["x".repeat(51), "my service", "-x"])("cannot be called %j", async (uniqueName) => {
    const made = world.api.services.create({ uniqueName, friendlyName: "x" });
    await expect(made).rejects.toEqual(refused(400, 20001));
  });
});

describe("Environments", () => {
  test("have the Service's domain with their suffix, or without any", async () => {
    const { service, domainName } = await makeService(world);
    const { domainBase } = await world.api.services(service).fetch();
    expect(domainName).toBe(`${domainBase}-dev.twil.io`);
    const plain = await world.api.services(service).environments.create({ uniqueName: "production" });
    expect(plain).toMatchObject({ domainName: `${domainBase}.twil.io`, domainSuffix: null, buildSid: null });
    const listed = await world.api.services(service).environments.list();
    expect(listed.map(({ uniqueName }) => uniqueName)).toEqual(["dev-environment", "production"]);
    expect(await world.api.services(service).environments(plain.sid).remove()).toBe(true);
    const gone = world.api.services(service).environments(plain.sid).fetch();
    await expect(gone).rejects.toEqual(refused(404, 20404));
  });

  test.each<[string, { uniqueName: string; domainSuffix?: string }]>([
    ["unique name", { uniqueName: "dev-environment", domainSuffix: "other" }],
    ["suffix", { uniqueName: "other", domainSuffix: "dev" }],
    ["suffix in capitals", { uniqueName: "other", domainSuffix: "DEV" }],
  ])("with a taken %s are a conflict", async (_what, names) => {
    const { service } = await makeService(world);
    await expect(world.api.services(service).environments.create(names)).rejects.toEqual(refused(409, 20409));
  });

  test("cannot have a suffix over 16 characters or with a dot", async () => {
    const { service } = await makeService(world);
    for (const domainSuffix of ["x".repeat(17), "a.b"]) {
      const made = world.api.services(service).environments.create({ uniqueName: "x", domainSuffix });
      await expect(made).rejects.toEqual(refused(400, 20001));
    }
  });
});

describe("Variables", () => {
  const variablesOf = ({ service, environment }: { service: string; environment: string }) =>
    world.api.services(service).environments(environment).variables;

  test("are made, read, changed and removed", async () => {
    const made = await makeService(world);
    const { sid } = await variablesOf(made).create({ key: "A", value: "1" });
    const variable = world.api.services(made.service).environments(made.environment).variables(sid);
    expect(await variable.fetch()).toMatchObject({ key: "A", value: "1" });
    expect(await variable.update({ value: "2" })).toMatchObject({ key: "A", value: "2" });
    expect(await variable.update({ key: "B" })).toMatchObject({ key: "B", value: "2" });
    expect(await variable.remove()).toBe(true);
    expect(await variablesOf(made).list()).toEqual([]);
    await expect(variable.fetch()).rejects.toEqual(refused(404, 20404));
  });

  test("with a taken key are a conflict, also by a change; the same key again is none", async () => {
    const made = await makeService(world);
    await variablesOf(made).create({ key: "A", value: "1" });
    const { sid } = await variablesOf(made).create({ key: "B", value: "1" });
    await expect(variablesOf(made).create({ key: "A", value: "2" })).rejects.toEqual(refused(409, 20409));
    const variable = world.api.services(made.service).environments(made.environment).variables(sid);
    await expect(variable.update({ key: "A" })).rejects.toEqual(refused(409, 20409));
    expect((await variable.update({ key: "B", value: "3" })).value).toBe("3");
  });

  test("hold 450 bytes and not one more, under keys of 128 characters", async () => {
    const made = await makeService(world);
    await variablesOf(made).create({ key: "k".repeat(128), value: "é".repeat(225) });
    for (const [key, value] of [["K", "é".repeat(226)] as const, ["k".repeat(129), "1"] as const])
      await expect(variablesOf(made).create({ key, value })).rejects.toEqual(refused(400, 20001));
  });
});

describe.each(["functions", "assets"] as const)("%s", (name) => {
  test("are made, listed, renamed and removed", async () => {
    const { service } = await makeService(world);
    const of = world.api.services(service);
    const { sid } = await of[name].create({ friendlyName: "/a" });
    await of[name].create({ friendlyName: "/b" });
    const listed = name === "functions" ? await of.functions.list() : await of.assets.list();
    expect(listed.map(({ friendlyName }) => friendlyName)).toEqual(["/a", "/b"]);
    const one = name === "functions" ? of.functions(sid) : of.assets(sid);
    expect((await one.fetch()).friendlyName).toBe("/a");
    expect((await one.update({ friendlyName: "/c" })).friendlyName).toBe("/c");
    expect(await one.remove()).toBe(true);
    await expect(one.fetch()).rejects.toEqual(refused(404, 20404));
  });
});

test("lists page to their end, up to 1000 a page", async () => {
  const { service } = await makeService(world);
  const { functions } = world.api.services(service);
  for (let n = 0; n < 7; n += 1) await functions.create({ friendlyName: `/${n}` });
  const names = (await functions.list({ pageSize: 3 })).map(({ friendlyName }) => friendlyName);
  expect(names).toEqual(["/0", "/1", "/2", "/3", "/4", "/5", "/6"]);
  expect(await functions.list({ pageSize: 1000, limit: 1000 })).toHaveLength(7);
});

test("what is missing is 404 with 20404, whatever is under it", async () => {
  const missing = (prefix: string) => prefix + "0".repeat(32);
  const { service, environment } = await makeService(world);
  const of = world.api.services(service);
  const attempts = [
    world.api.services(missing("ZS")).environments.list(),
    of.environments(missing("ZE")).variables.list(),
    of.environments(environment).deployments(missing("ZD")).fetch(),
    of.environments(environment).logs(missing("NO")).fetch(),
    of.functions(missing("ZH")).functionVersions.list(),
    of.assets(missing("ZH")).assetVersions.list(),
    of.builds(missing("ZB")).buildStatus().fetch(),
  ];
  for (const attempt of attempts) await expect(attempt).rejects.toEqual(refused(404, 20404));
});
