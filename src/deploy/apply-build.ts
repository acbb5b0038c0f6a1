import {
  activateBuild,
  createBuild,
  fetchBuildStatus,
  fetchBuildVersions,
  uploadVersion,
} from "../account/builds";
import { type ContentKind, createContent, listContents } from "../account/serverless-services";
import { flowPathsOf } from "../flows/flow-paths";
import type { ContentFile } from "./build-contents";
import { made, type World } from "./world";

/** How long a build may take, as Twilio's own tools allow it. */
const BUILD_POLLS = 150;
const POLL_MS = 2000;

/**
 * Uploads what was built, has it built in the cloud, and lets it take over. Functions that the flow which answers calls
 * now still needs, and the new build has not, stay: no call in progress may miss one.
 */
export async function applyBuild(world: World): Promise<void> {
  const { account, project, found, keep, deployment, report } = world;
  const serviceSid = made(found, "serviceSid");
  const uploads = await uploadAll(world);
  const order = {
    functionVersions: [...uploads.functions, ...(await keptVersions(world))],
    assetVersions: uploads.assets,
    dependencies: project.build.dependencies,
    runtime: project.build.runtime,
  };
  report("building in the cloud");
  const buildSid = await createBuild(account, serviceSid, order);
  await awaitBuild(world, serviceSid, buildSid);
  const files = Object.fromEntries(project.build.files.map(({ path, hash }) => [path, hash]));
  await keep({ builds: { ...deployment().builds, [buildSid]: project.build.fingerprint }, files });
  await activateBuild(account, { serviceSid, environmentSid: made(found, "environmentSid") }, buildSid);
  found.buildSid = buildSid;
}

async function uploadAll(world: World): Promise<Record<ContentKind, string[]>> {
  const { project, report, account, found } = world;
  const serviceSid = made(found, "serviceSid");
  const known = {
    functions: await sidsByPath(world, "functions"),
    assets: await sidsByPath(world, "assets"),
  };
  const versions: Record<ContentKind, string[]> = { functions: [], assets: [] };
  for (const [index, file] of project.build.files.entries()) {
    report(`uploading ${index + 1} of ${project.build.files.length}: ${file.path}`);
    const contentSid = known[file.kind][file.path] ?? (await makeContent(world, file));
    known[file.kind][file.path] = contentSid;
    versions[file.kind].push(await uploadVersion(account, serviceSid, { ...file, contentSid }));
  }
  found.functionSids = known.functions;
  return versions;
}

async function sidsByPath({ account, found }: World, kind: ContentKind): Promise<Record<string, string>> {
  const contents = await listContents(account, made(found, "serviceSid"), kind);
  return Object.fromEntries(contents.map(({ sid, friendlyName }) => [friendlyName, sid]));
}

async function makeContent({ account, found }: World, { kind, path }: ContentFile): Promise<string> {
  const { sid } = await createContent(account, made(found, "serviceSid"), { kind, path });
  return sid;
}

/** Versions of the running build whose Functions the live flows call and the new build lacks. */
async function keptVersions({ account, found, project, observed, report }: World): Promise<string[]> {
  const { serviceSid, buildSid, domainName } = found;
  if (serviceSid === undefined || buildSid === undefined || domainName === undefined) return [];
  const bindings = { baseUrl: `https://${domainName}` };
  const called = Object.values(observed.flows).flatMap(({ definition }) =>
    flowPathsOf({ definition, bindings }).map(({ path }) => path),
  );
  const missing = called.filter((path) => !project.build.files.some((file) => file.path === path));
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
