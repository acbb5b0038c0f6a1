import { existsSync } from "node:fs";
import { signWebhook } from "../../../../local-twilio/webhook";
import { deploy, makeService, returning, type Serverless, startServerless } from "./local-service";

const LINE = "+12125550100";
let world: Serverless;
let place: Awaited<ReturnType<typeof makeService>>;
beforeAll(async () => {
  world = await startServerless();
});
beforeEach(async () => {
  place = await makeService(world);
});
afterEach(async () => {
  await world.api.services(place.service).remove();
  world.local.faults.clear();
  expect(world.local.journal.complaints.splice(0)).toEqual([]);
});
afterAll(() => world.local.close());

const environment = () => world.api.services(place.service).environments(place.environment);
const deployFunction = (content: string, visibility = "public") =>
  deploy(world, place, { functions: [{ path: "/a/b", visibility, content }] });

async function ask(path: string, init?: RequestInit) {
  const reply = await fetch(`https://${place.domainName}${path}`, init);
  return { status: reply.status, type: reply.headers.get("content-type"), text: await reply.text() };
}

const call = () =>
  world.local.receiveCall({
    from: "+12125550101",
    to: LINE,
    party: { during: async () => ({ at: 0, does: "hangUp" }) },
    callees: () => ({ does: "answers" }),
  });

async function askSigned(path: string, fields: Record<string, string>) {
  const url = `https://${place.domainName}${path}`;
  const signature = signWebhook(world.local.account.authToken, url, fields);
  return ask(path, {
    method: "POST",
    headers: { "x-twilio-signature": signature },
    body: new URLSearchParams(fields),
  });
}

test("what is deployed answers on its domain, and nothing does before", async () => {
  expect((await ask("/a/b")).status).toBe(404);
  const { buildSid, deploymentSid } = await deployFunction(returning("event.x"));
  expect(await ask("/a/b?x=1")).toMatchObject({ status: 200, text: "1" });
  expect((await ask("/c")).status).toBe(404);
  expect((await environment().fetch()).buildSid).toBe(buildSid);
  expect(await environment().deployments(deploymentSid).fetch()).toMatchObject({ buildSid });
  expect(world.local.serverless.ownerOf(place.domainName)?.environment.buildSid).toBe(buildSid);
});

test("no credentials are asked for there, and a name that nobody has is 404", async () => {
  expect((await fetch("https://nobody-1234.twil.io/a")).status).toBe(404);
  expect(
    (await fetch("https://nobody-1234.twil.io/a", { headers: { authorization: "Basic x" } })).status,
  ).toBe(404);
});

// https://www.twilio.com/docs/serverless/functions-assets/functions/variables
test("a Function sees its domain, its Variables and its SIDs, and none of the redirection's headers", async () => {
  await environment().variables.create({ key: "GREETING", value: "hello" });
  await deployFunction(
    returning("{ ...context, env: process.env.GREETING, headers: event.request.headers }"),
  );
  const seen = JSON.parse((await ask("/a/b")).text);
  expect(seen).toMatchObject({
    ...{ DOMAIN_NAME: place.domainName, PATH: "/a/b", GREETING: "hello", env: "hello" },
    ...{ ACCOUNT_SID: world.local.account.sid, AUTH_TOKEN: world.local.account.authToken },
    ...{ SERVICE_SID: place.service, ENVIRONMENT_SID: place.environment },
  });
  expect(seen.headers.host).toBe(place.domainName);
  expect(Object.keys(seen.headers).filter((name) => name.startsWith("x-local-twilio"))).toEqual([]);
});

// "Whether to inject Account credentials into a function invocation context": twilio_serverless_v1.json
test("a Service without credentials gives its Functions none", async () => {
  await deployFunction(returning("[context.ACCOUNT_SID, context.AUTH_TOKEN, process.env.AUTH_TOKEN]"));
  await world.api.services(place.service).update({ includeCredentials: false });
  expect((await ask("/a/b")).text).toBe("[null,null,null]");
});

test("a Variable that is made, changed or removed is seen by the next request", async () => {
  await deployFunction(returning("String(context.A)"));
  const { sid } = await environment().variables.create({ key: "A", value: "1" });
  expect((await ask("/a/b")).text).toBe("1");
  await environment().variables(sid).update({ value: "2" });
  expect((await ask("/a/b")).text).toBe("2");
  await environment().variables(sid).remove();
  expect((await ask("/a/b")).text).toBe("undefined");
});

describe("protected paths", () => {
  test("want a signature of the public URL", async () => {
    await deployFunction(returning("event.CallSid"), "protected");
    expect(await askSigned("/a/b", { CallSid: "CA1" })).toMatchObject({ status: 200, text: "CA1" });
    expect((await ask("/a/b", { method: "POST", body: "CallSid=CA1" })).status).toBe(400);
  });

  test("take the webhooks of a call, which are journaled and can be broken", async () => {
    await deployFunction(
      `exports.handler = (context, event, callback) => {
        const reject = new Twilio.twiml.VoiceResponse();
        reject.reject();
        callback(null, reject);
      };`,
      "protected",
    );
    world.local.addNumber(LINE, { voiceUrl: `https://${place.domainName}/a/b` });
    const rejected = await call();
    expect(rejected.rejected).toBe("rejected");
    expect(world.local.journal.functionsOf(rejected.callSid)).toMatchObject([{ path: "/a/b", status: 200 }]);
    world.local.faults.add({ on: "function:/a/b", fault: { kind: "status", status: 500 }, times: 1 });
    const broken = await call();
    expect(broken.errors).toMatchObject([{ code: 11200 }]);
    expect(world.local.journal.functionsOf(broken.callSid)).toMatchObject([{ path: "/a/b", status: 500 }]);
    world.local.faults.add({ on: "http:*.twil.io", fault: { kind: "timeout" }, times: 1 });
    expect((await call()).errors).toMatchObject([{ code: 11205 }]);
    expect((await call()).errors).toEqual([]);
  });
});

test("faults of the whole domain break requests", async () => {
  await deployFunction(returning('"1"'));
  world.local.faults.add({
    on: `http:${place.domainName}`,
    fault: { kind: "status", status: 503 },
    times: 1,
  });
  expect((await ask("/a/b")).status).toBe(503);
  world.local.faults.add({ on: "http:*.twil.io", fault: { kind: "reset" }, times: 1 });
  await expect(ask("/a/b")).rejects.toThrow("fetch failed");
  expect((await ask("/a/b")).text).toBe("1");
});

// The toolkit says "application/xml" of .xml when it uploads. 404 for private: docs/serverless/functions-assets/visibility
test("Assets are served as what they were uploaded as, private ones never", async () => {
  const assets = [
    { path: "/fallback.xml", content: "<Response/>", contentType: "application/xml" },
    { path: "/style.css", content: "a{}", contentType: "text/css" },
    { path: "/book.tsv", content: "+1\tAnn", visibility: "private" },
  ];
  const functions = [{ path: "/read", content: returning('Runtime.getAssets()["/book.tsv"].open()') }];
  await deploy(world, place, { functions, assets });
  expect(await ask("/fallback.xml")).toEqual({ status: 200, type: "application/xml", text: "<Response/>" });
  expect(await ask("/style.css")).toMatchObject({ type: "text/css", text: "a{}" });
  expect((await ask("/book.tsv")).status).toBe(404);
  expect((await ask("/read")).text).toBe("+1\tAnn");
});

test("a build of Assets alone is served, too", async () => {
  await deploy(world, place, { assets: [{ path: "/a.txt", content: "words", contentType: "text/plain" }] });
  expect(await ask("/a.txt")).toMatchObject({ status: 200, text: "words" });
});

test("private Functions are there for the others, by name", async () => {
  const functions = [
    { path: "/greet", visibility: "private", content: "exports.greet = () => 'hello';" },
    { path: "/a", content: returning('require(Runtime.getFunctions()["greet"].path).greet()') },
  ];
  await deploy(world, place, { functions });
  expect((await ask("/a")).text).toBe("hello");
  expect((await ask("/greet")).status).toBe(404);
});

describe("a new deployment", () => {
  test("takes the place of the one before, which goes from the disk", async () => {
    const file = `[__filename, "1"].join(" ")`;
    await deployFunction(returning(file));
    const [before = ""] = (await ask("/a/b")).text.split(" ");
    expect(existsSync(before)).toBe(true);
    await deployFunction(returning('"2"'));
    expect((await ask("/a/b")).text).toBe("2");
    expect(existsSync(before)).toBe(false);
  });

  test("lets requests in flight finish on the one before", async () => {
    const waiting = (version: number) => `
      const asset = () => Runtime.getAssets()["/version"].open();
      exports.handler = (context, event, callback) => {
        if (event.wait === undefined) return callback(null, asset());
        globalThis.releaseDeployed = () => callback(null, asset() + " of ${version}");
      };`;
    const version = (n: number) => ({
      functions: [{ path: "/a/b", content: waiting(n) }],
      assets: [{ path: "/version", content: `content ${n}`, visibility: "private" }],
    });
    await deploy(world, place, version(1));
    const early = ask("/a/b?wait");
    while (Reflect.get(globalThis, "releaseDeployed") === undefined) await new Promise(setImmediate);
    await deploy(world, place, version(2));
    expect((await ask("/a/b")).text).toBe("content 2");
    Reflect.get(globalThis, "releaseDeployed")();
    Reflect.deleteProperty(globalThis, "releaseDeployed");
    expect((await early).text).toBe("content 1 of 1");
  });

  test("may be of an older build, or of another Environment's", async () => {
    const { buildSid } = await deployFunction(returning('"1"'));
    await deployFunction(returning('"2"'));
    await environment().deployments.create({ buildSid });
    expect((await ask("/a/b")).text).toBe("1");
    const production = await world.api
      .services(place.service)
      .environments.create({ uniqueName: "production" });
    await world.api.services(place.service).environments(production.sid).deployments.create({ buildSid });
    const reply = await fetch(`https://${production.domainName}/a/b`);
    expect([reply.status, await reply.text()]).toEqual([200, "1"]);
  });

  test("is listed first", async () => {
    const first = await deployFunction(returning('"1"'));
    const second = await deployFunction(returning('"2"'));
    const listed = await environment().deployments.list();
    expect(listed.map(({ sid }) => sid)).toEqual([second.deploymentSid, first.deploymentSid]);
  });

  test("of a build that is not ready, or not there, is refused and changes nothing", async () => {
    await deployFunction(returning('"1"'));
    const versions = await world.api.services(place.service).functions.list();
    const [{ sid: functionSid } = { sid: "" }] = versions;
    const of = world.api.services(place.service).functions(functionSid);
    const [{ sid } = { sid: "" }] = await of.functionVersions.list();
    const { sid: buildSid } = await world.api
      .services(place.service)
      .builds.create({ functionVersions: [sid] });
    const { deployments } = environment();
    await expect(deployments.create({ buildSid })).rejects.toMatchObject({ status: 400, code: 20001 });
    const missing = `ZB${"0".repeat(32)}`;
    await expect(deployments.create({ buildSid: missing })).rejects.toMatchObject({ status: 404 });
    expect((await ask("/a/b")).text).toBe("1");
  });

  // terraform-provider-twilio, docs/resources/serverless_deployment.md
  test("without a build takes the Environment off the net", async () => {
    await deployFunction(returning('"1"'));
    expect((await environment().deployments.create({})).buildSid).toBeNull();
    expect((await environment().fetch()).buildSid).toBeNull();
    expect((await ask("/a/b")).status).toBe(404);
  });
});

test("removing the Environment or the Service takes the domain off the net", async () => {
  await deployFunction(returning('"1"'));
  await environment().remove();
  expect((await ask("/a/b")).status).toBe(404);
  await world.api.services(place.service).remove();
  place = await makeService(world);
  await deployFunction(returning('"1"'));
  await world.api.services(place.service).remove();
  expect((await ask("/a/b")).status).toBe(404);
  place = await makeService(world);
});

describe("Logs", () => {
  const printing = `exports.handler = (context, event, callback) => {
    console.log("one", event.n); console.warn("two"); console.error("three");
    callback(null, "");
  };`;

  // https://www.twilio.com/docs/serverless/api/resource/logs
  test("hold what Functions print, the latest first, each request under a SID of its own", async () => {
    const { buildSid, deploymentSid } = await deployFunction(printing);
    await ask("/a/b?n=1");
    await ask("/a/b?n=2");
    const logs = await environment().logs.list();
    expect(logs.map(({ level, message }) => `${level} ${message}`)).toEqual([
      ...["ERROR three", "WARN two", "INFO one 2", "ERROR three", "WARN two", "INFO one 1"],
    ]);
    expect(new Set(logs.map(({ requestSid }) => requestSid)).size).toBe(2);
    const [last] = logs;
    expect(last).toMatchObject({ buildSid, deploymentSid });
    expect(
      await environment()
        .logs(last?.sid ?? "")
        .fetch(),
    ).toMatchObject({ message: "three" });
  });

  test("are of the last day and of every Function, unless asked otherwise", async () => {
    await deployFunction(printing);
    await ask("/a/b");
    const [{ functionSid, dateCreated } = { functionSid: "", dateCreated: new Date() }] =
      await environment().logs.list();
    expect(await environment().logs.list({ functionSid })).toHaveLength(3);
    expect(await environment().logs.list({ functionSid: `ZH${"0".repeat(32)}` })).toEqual([]);
    expect(await environment().logs.list({ endDate: new Date(dateCreated.getTime() - 1000) })).toEqual([]);
    await world.local.clock.sleep(25 * 3_600_000);
    expect(await environment().logs.list()).toEqual([]);
    expect(await environment().logs.list({ startDate: dateCreated })).toHaveLength(3);
  });

  test("are kept to the last thousand lines", async () => {
    await deployFunction(`exports.handler = (context, event, callback) => {
      for (let n = 0; n < 1100; n += 1) console.log(n);
      callback(null, "");
    };`);
    await ask("/a/b");
    const logs = world.local.serverless.ownerOf(place.domainName)?.environment.logs ?? [];
    expect([logs.length, logs[0]?.message]).toEqual([1000, "100"]);
  });
});

test("closing takes every build from the disk, and lets the process die of its own errors again", async () => {
  await deployFunction(returning("__filename"));
  const { text } = await ask("/a/b");
  expect(existsSync(text)).toBe(true);
  await world.local.close();
  expect(existsSync(text)).toBe(false);
  world = await startServerless();
  place = await makeService(world);
});
