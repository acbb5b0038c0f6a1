import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../../local-twilio/local-twilio";

export const START = Date.parse("2026-01-05T15:00:00Z");

/** What is uploaded as a version. */
export interface Version {
  readonly path: string;
  readonly visibility?: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
}

/** A local Twilio, and its Serverless API by Twilio's own helper library, in context style. */
export async function startServerless() {
  const local = await startLocalTwilio({ now: START, seed: "serverless" });
  return { local, api: twilio(local.account.sid, local.account.authToken).serverless.v1 };
}

export type Serverless = Awaited<ReturnType<typeof startServerless>>;

/** A Service with one Environment, by SID. */
export async function makeService({ api }: Serverless, uniqueName = "gatehouse") {
  const { sid } = await api.services.create({ uniqueName, friendlyName: uniqueName });
  const environment = await api.services(sid).environments.create({
    uniqueName: "dev-environment",
    domainSuffix: "dev",
  });
  return { service: sid, environment: environment.sid, domainName: environment.domainName };
}

/** Uploads as the toolkit does; the helper library has no operation for it. */
export async function upload(
  { local }: Pick<Serverless, "local">,
  url: string,
  { path, visibility = "public", content, contentType = "application/javascript" }: Version,
) {
  const form = new FormData();
  form.append("Path", path);
  form.append("Visibility", visibility);
  form.append("Content", new Blob([content], { type: contentType }), "file");
  return send(local, url, form);
}

/** A request to the host for content, with credentials. */
export async function send(local: LocalTwilio, path: string, body: FormData | string) {
  const { sid, authToken } = local.account;
  const authorization = `Basic ${Buffer.from(`${sid}:${authToken}`).toString("base64")}`;
  const url = `https://serverless-upload.twilio.com/v1/Services/${path}`;
  const reply = await fetch(url, { method: "POST", headers: { authorization }, body });
  return { status: reply.status, body: JSON.parse(await reply.text()) };
}

/** A version of a new Function or Asset, by SID. */
export async function addVersion(
  world: Serverless,
  { service, collection }: { readonly service: string; readonly collection: "Functions" | "Assets" },
  version: Version,
): Promise<string> {
  const of = world.api.services(service);
  const list = collection === "Functions" ? of.functions : of.assets;
  const { sid } = await list.create({ friendlyName: version.path });
  const { status, body } = await upload(world, `${service}/${collection}/${sid}/Versions`, version);
  if (status !== 201) throw new Error(`Cannot upload ${version.path}: ${body.message}`);
  return body.sid;
}

/** What a build is made of. */
export interface Contents {
  readonly functions?: readonly Version[];
  readonly assets?: readonly Version[];
}

/** A completed build, by SID. */
export async function makeBuild(world: Serverless, service: string, contents: Contents): Promise<string> {
  const { functions = [], assets = [] } = contents;
  const add = (collection: "Functions" | "Assets") => (version: Version) =>
    addVersion(world, { service, collection }, version);
  const { sid } = await world.api.services(service).builds.create({
    functionVersions: await Promise.all(functions.map(add("Functions"))),
    assetVersions: await Promise.all(assets.map(add("Assets"))),
    runtime: "node22",
  });
  const build = world.api.services(service).builds(sid);
  while ((await build.buildStatus().fetch()).status === "building");
  return sid;
}

/** Builds and deploys, and gives the SIDs. */
export async function deploy(
  world: Serverless,
  { service, environment }: { readonly service: string; readonly environment: string },
  contents: Contents,
) {
  const buildSid = await makeBuild(world, service, contents);
  const { sid } = await world.api
    .services(service)
    .environments(environment)
    .deployments.create({ buildSid });
  return { buildSid, deploymentSid: sid };
}

/** The source of a Function that calls back with an expression over `context` and `event`. */
export function returning(expression: string): string {
  return `exports.handler = (context, event, callback) => callback(null, ${expression});`;
}
