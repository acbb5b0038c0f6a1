import type { Account } from "../account/account";
import {
  activateBuild,
  createBuild,
  fetchBuildStatus,
  fetchBuildVersions,
  uploadVersion,
} from "../account/builds";
import { type ContentKind, createContent, listContents } from "../account/serverless-services";
import type { ServiceRole } from "../config/environment";
import { flowPathsOf } from "../flows/flow-paths";
import type { BuildContents, ContentFile } from "./build-contents";
import { serviceChange } from "./kept-service";
import { placeOf, type World } from "./world";

/** How long a build may take, as Twilio's own tools allow it. */
const BUILD_POLLS = 150;
const POLL_MS = 2000;

/**
 * Uploads what was built, has it built in the cloud, and lets it take over. Functions that the flow which answers calls
 * now still needs, and the new build has not, stay: no call in progress may miss one.
 */
export async function applyBuild(
  world: World,
  { service }: { readonly service: ServiceRole },
): Promise<void> {
  const { account, project, found, keep, deployment, report } = world;
  const { serviceSid, environmentSid } = placeOf(found, service);
  const build = project.builds[service];
  const { functions, assets: assetVersions } = await uploadAll(world, serviceSid, build);
  found.services[service].functionSids = functions.sids;
  const functionVersions = [...functions.versions, ...(service === "calls" ? await keptVersions(world) : [])];
  const { dependencies, runtime } = build;
  report("building in the cloud");
  const order = { functionVersions, assetVersions: assetVersions.versions, dependencies, runtime };
  const buildSid = await createBuild(account, serviceSid, order);
  await awaitBuild(world, serviceSid, buildSid);
  const files = Object.fromEntries(build.files.map(({ path, hash }) => [path, hash]));
  const builds = { ...deployment().builds, [buildSid]: build.fingerprint };
  await keep({ builds, ...serviceChange(deployment(), service, { files }) });
  await activateBuild(account, { serviceSid, environmentSid }, buildSid);
  found.services[service].buildSid = buildSid;
}

/** What was uploaded of a kind: the versions, and the SIDs by path of everything of that kind in the Service. */
interface Uploaded {
  readonly versions: string[];
  readonly sids: Record<string, string>;
}

async function uploadAll(
  { report, account }: World,
  serviceSid: string,
  { files }: BuildContents,
): Promise<Record<ContentKind, Uploaded>> {
  const uploaded = {
    functions: { versions: [], sids: await sidsByPath(account, serviceSid, "functions") },
    assets: { versions: [], sids: await sidsByPath(account, serviceSid, "assets") },
  } satisfies Record<ContentKind, Uploaded>;
  for (const [index, file] of files.entries()) {
    report(`uploading ${index + 1} of ${files.length}: ${file.path}`);
    const { versions, sids }: Uploaded = uploaded[file.kind];
    const contentSid = sids[file.path] ?? (await makeContent(account, serviceSid, file));
    sids[file.path] = contentSid;
    versions.push(await uploadVersion(account, serviceSid, { ...file, contentSid }));
  }
  return uploaded;
}

async function sidsByPath(
  account: Account,
  serviceSid: string,
  kind: ContentKind,
): Promise<Record<string, string>> {
  const contents = await listContents(account, serviceSid, kind);
  return Object.fromEntries(contents.map(({ sid, friendlyName }) => [friendlyName, sid]));
}

async function makeContent(
  account: Account,
  serviceSid: string,
  { kind, path }: ContentFile,
): Promise<string> {
  return (await createContent(account, serviceSid, { kind, path })).sid;
}

/** Versions of the running build whose Functions the live flows call and the new build lacks. */
async function keptVersions({ account, found, project, observed, report }: World): Promise<string[]> {
  const { serviceSid, buildSid, domainName } = found.services.calls;
  if (serviceSid === undefined || buildSid === undefined || domainName === undefined) return [];
  const bindings = { baseUrl: `https://${domainName}` };
  const called = Object.values(observed.flows).flatMap(({ definition }) =>
    flowPathsOf({ definition, bindings }).map(({ path }) => path),
  );
  const missing = called.filter((path) => !project.builds.calls.files.some((file) => file.path === path));
  if (missing.length === 0) return [];
  const live = await fetchBuildVersions(account, serviceSid, buildSid);
  const kept = (live?.functions ?? []).filter(({ path }) => missing.includes(path));
  for (const { path } of kept) report(`keeping ${path} for calls in progress`);
  return kept.map(({ sid }) => sid);
}

async function awaitBuild({ account, sleep }: World, serviceSid: string, buildSid: string): Promise<void> {
  for (let polls = 0; polls < BUILD_POLLS; polls++) {
    const status = await fetchBuildStatus(account, serviceSid, buildSid);
    if (status === "completed") return;
    if (status === "failed")
      throw new Error(
        `Cannot deploy: Twilio could not build it (${buildSid}). The Service's page in the Twilio console says why`,
      );
    await sleep(POLL_MS);
  }
  throw new Error(`Cannot deploy: the build ${buildSid} is not ready after five minutes. Run deploy again`);
}
