import type { Account } from "./account";
import { AccountFailure } from "./account-failure";
import { ask, askOnce } from "./ask";
import type { ContentKind } from "./serverless-services";

/** A version of a Function or an Asset to upload. @see https://www.twilio.com/docs/serverless/api/resource/function-version */
export interface Upload {
  readonly kind: ContentKind;
  /** The SID of the Function or the Asset. */
  readonly contentSid: string;
  readonly path: string;
  readonly visibility: "public" | "protected" | "private";
  readonly content: Buffer;
  readonly contentType: string;
}

/** What goes into a build: SIDs of versions, and packages with their versions as package.json has them. */
export interface BuildOrder {
  readonly functionVersions: string[];
  readonly assetVersions: string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly runtime: string;
}

export type BuildStatus = "building" | "completed" | "failed";

/** A version that a build consists of. */
export interface BuiltVersion {
  readonly sid: string;
  readonly path: string;
}

const UPLOAD_MS = 60_000;

const serviceOf = ({ client }: Account, sid: string) => client.serverless.v1.services(sid);

/**
 * Uploads a version. The helper library has no such call: its host takes multipart forms.
 * @returns the version's SID. A version uploaded twice does no harm: builds name the one they take.
 * @throws AccountFailure
 */
export function uploadVersion(account: Account, serviceSid: string, upload: Upload): Promise<string> {
  const { kind, contentSid, path } = upload;
  const folder = kind === "functions" ? "Functions" : "Assets";
  const url = `https://serverless-upload.twilio.com/v1/Services/${serviceSid}/${folder}/${contentSid}/Versions`;
  const { accountSid, authToken } = account.credentials;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  return ask(account, `upload ${path}`, async () => {
    const signal = AbortSignal.timeout(UPLOAD_MS);
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization },
      body: formOf(upload),
      signal,
    });
    return readSid(response.status, await response.text());
  });
}

function formOf({ path, visibility, content, contentType }: Upload): FormData {
  const form = new FormData();
  form.set("Path", path);
  form.set("Visibility", visibility);
  form.set(
    "Content",
    new Blob([new Uint8Array(content)], { type: contentType }),
    path.slice(path.lastIndexOf("/") + 1),
  );
  return form;
}

function readSid(status: number, text: string): string {
  const sid = /"sid"\s*:\s*"(ZN[0-9a-f]{32})"/.exec(text)?.[1];
  if (status < 300 && sid !== undefined) return sid;
  throw Object.assign(new Error(text.slice(0, 200)), { status: status < 300 ? 502 : status });
}

/** Orders a build; it is not ready yet. @returns its SID. @throws AccountFailure */
export async function createBuild(account: Account, serviceSid: string, order: BuildOrder): Promise<string> {
  const dependencies = Object.entries(order.dependencies).map(([name, version]) => ({ name, version }));
  const { sid } = await askOnce(account, "order a build", () =>
    serviceOf(account, serviceSid).builds.create({ ...order, dependencies: JSON.stringify(dependencies) }),
  );
  return sid;
}

/** @throws AccountFailure */
export async function fetchBuildStatus(
  account: Account,
  serviceSid: string,
  sid: string,
): Promise<BuildStatus> {
  const { status } = await ask(account, "ask how the build stands", () =>
    serviceOf(account, serviceSid).builds(sid).buildStatus().fetch(),
  );
  return status;
}

/** The versions a build consists of; nothing when the build is gone. @throws AccountFailure */
export async function fetchBuildVersions(
  account: Account,
  serviceSid: string,
  sid: string,
): Promise<
  { readonly functions: readonly BuiltVersion[]; readonly assets: readonly BuiltVersion[] } | undefined
> {
  try {
    const build = await ask(account, `read the build ${sid}`, () =>
      serviceOf(account, serviceSid).builds(sid).fetch(),
    );
    return { functions: versionsOf(build.functionVersions), assets: versionsOf(build.assetVersions) };
  } catch (failure) {
    if (failure instanceof AccountFailure && failure.status === 404) return undefined;
    throw failure;
  }
}

function versionsOf(list: unknown): BuiltVersion[] {
  const versions: readonly unknown[] = Array.isArray(list) ? list : [];
  return versions.flatMap((one) => {
    const isVersion = typeof one === "object" && one !== null && "sid" in one && "path" in one;
    return isVersion ? [{ sid: String(one.sid), path: String(one.path) }] : [];
  });
}

/** Has an environment run a build from now on. @throws AccountFailure */
export async function activateBuild(
  account: Account,
  place: { readonly serviceSid: string; readonly environmentSid: string },
  buildSid: string,
): Promise<void> {
  await ask(account, "activate the build", () =>
    serviceOf(account, place.serviceSid).environments(place.environmentSid).deployments.create({ buildSid }),
  );
}
