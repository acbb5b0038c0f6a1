import { makeService, type Serverless, send, startServerless, upload, type Version } from "./local-service";

let world: Serverless;
let service: string;
let file: string;
beforeAll(async () => {
  world = await startServerless();
  ({ service } = await makeService(world));
  ({ sid: file } = await world.api.services(service).functions.create({ friendlyName: "/a" }));
});
afterAll(() => world.local.close());
afterEach(() => expect(world.local.journal.complaints).toEqual([]));

const CODE = "exports.handler = () => {};\r\n// two lines, ä\n";
const put = (version: Partial<Version>) =>
  upload(world, `${service}/Functions/${file}/Versions`, { path: "/a", content: CODE, ...version });

// https://www.twilio.com/docs/serverless/api/resource/function-version
test("a version is uploaded, and read by the helper library to the last byte", async () => {
  const { status, body } = await put({ visibility: "protected" });
  expect([status, body.path, body.visibility, body.function_sid]).toEqual([201, "/a", "protected", file]);
  const versions = world.api.services(service).functions(file).functionVersions;
  expect((await versions.list())[0]?.sid).toBe(body.sid);
  const version = world.api.services(service).functions(file).functionVersions(body.sid);
  expect(await version.fetch()).toMatchObject({ path: "/a", visibility: "protected" });
  expect((await version.functionVersionContent().fetch()).content).toBe(CODE);
});

test("an Asset's version too, bytes and all; its content cannot be read back", async () => {
  const { sid } = await world.api.services(service).assets.create({ friendlyName: "/hold.mp3" });
  const content = new Uint8Array([0, 255, 13, 10, 128]);
  const url = `${service}/Assets/${sid}/Versions`;
  const { body } = await upload(world, url, { path: "/hold.mp3", content, contentType: "audio/mpeg" });
  const version = world.api.services(service).assets(sid).assetVersions(body.sid);
  expect(await version.fetch()).toMatchObject({ path: "/hold.mp3", visibility: "public", assetSid: sid });
  const kept = world.local.serverless.services.get(service)?.assets.get(sid)?.versions[0];
  expect([...(kept?.content ?? [])]).toEqual([...content]);
});

test("a path without a slash is given one", async () => {
  expect((await put({ path: "a/b" })).body.path).toBe("/a/b");
});

// The characters of `checkForValidPath` in @twilio-labs/serverless-api; 255 characters: the documentation of Path.
test.each([..."#;,?:@+&$()' \""])("a path with %j is refused", async (character) => {
  const { status, body } = await put({ path: `/a${character}b` });
  expect([status, body.code, body.message]).toEqual([400, 20001, expect.stringContaining("/a")]);
});

test("a path of 256 characters, another visibility, and a body without parts are refused by name", async () => {
  const long = await put({ path: `/${"x".repeat(255)}` });
  const secret = await put({ visibility: "secret" });
  const form = await send(world.local, `${service}/Functions/${file}/Versions`, "Path=/a");
  for (const [{ status, body }, name] of [
    [long, "Path"] as const,
    [secret, "Visibility"] as const,
    [form, "multipart"] as const,
  ])
    expect([status, body.code, body.message]).toEqual([400, 20001, expect.stringContaining(name)]);
});

test("a missing field is refused by name", async () => {
  for (const left of ["Path", "Visibility", "Content"]) {
    const form = new FormData();
    for (const name of ["Path", "Visibility", "Content"])
      if (name !== left) form.append(name, name === "Visibility" ? "public" : "/x");
    const { status, body } = await send(world.local, `${service}/Functions/${file}/Versions`, form);
    expect([status, body.message]).toEqual([400, expect.stringContaining(left)]);
  }
});

// 25 MB public, 10 MB private: https://www.twilio.com/docs/runtime/functions-assets-api; 413: serverless-toolkit, issue 167.
test.each<[string, number, number]>([
  ["public", 11, 201],
  ["private", 11, 413],
  ["public", 25.5, 413],
  ["public", 27, 413],
])("a %s file of %d MB is %i", async (visibility, megabytes, status) => {
  const content = new Uint8Array(megabytes * 1024 * 1024);
  expect((await put({ visibility, content })).status).toBe(status);
});

test("nothing else is there: no such Function, no other method", async () => {
  const missing = `ZH${"0".repeat(32)}`;
  const reply = await upload(world, `${service}/Functions/${missing}/Versions`, { path: "/a", content: "" });
  expect([reply.status, reply.body.code]).toEqual([404, 20404]);
  expect((await fetch("https://serverless-upload.twilio.com/v1/Services")).status).toBe(401);
  expect((await send(world.local, service, "a=b")).status).toBe(404);
});
