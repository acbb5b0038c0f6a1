import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Account } from "../account/account";
import { createDocument, fetchDocument, removeDocument, updateDocument } from "../account/account-documents";

const voice = z.object({
  voiceUrl: z.string(),
  voiceMethod: z.string(),
  voiceFallbackUrl: z.string(),
  voiceFallbackMethod: z.string(),
  statusCallback: z.string(),
  statusCallbackMethod: z.string(),
  voiceApplicationSid: z.string(),
  trunkSid: z.string(),
});

const release = z.object({
  /** When it went live: ISO 8601. */
  at: z.string(),
  buildSid: z.string(),
  /** The published revision of each flow, by the flow's name. */
  flows: z.record(z.string(), z.number()),
  /** What the web console ran, while there was one: a build is gone with its Service. */
  console: z.object({ serviceSid: z.string(), buildSid: z.string() }).optional(),
});

const deployment = z.object({
  syncServiceSid: z.string().optional(),
  serviceSid: z.string().optional(),
  environmentSid: z.string().optional(),
  domainName: z.string().optional(),
  /** The Service of the web console, once there is one. */
  console: z
    .object({
      serviceSid: z.string().optional(),
      environmentSid: z.string().optional(),
      domainName: z.string().optional(),
      files: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  verifyServiceSid: z.string().optional(),
  sipDomainSid: z.string().optional(),
  credentialListSid: z.string().optional(),
  /** SIDs by the flow's name, which is its file's. */
  flows: z.record(z.string(), z.string()).default({}),
  /** Our numbers by E.164, with the settings they had before. */
  numbers: z.record(z.string(), z.object({ sid: z.string(), before: voice })).default({}),
  /** The fingerprint of what each build was made from, by the build's SID. */
  builds: z.record(z.string(), z.string()).default({}),
  /** What the newest build was made from: hashes by path. */
  files: z.record(z.string(), z.string()).default({}),
  /** What was live, the newest last. */
  releases: z.array(release).default([]),
});

/** What Gatehouse has made in an account, and what was there before. */
export type Deployment = z.output<typeof deployment>;
export type Release = z.output<typeof release>;

/** The document's name in the account's default Sync Service. */
export const DEPLOYMENT_DOCUMENT = "gatehouse-deployment";

/** A deployment as it is kept; `revision` is undefined while there is none. */
export interface KeptDeployment {
  readonly deployment: Deployment;
  readonly revision: string | undefined;
}

/** What is kept of the deployment; an empty one before the first. @throws AccountFailure; TypeError when it is spoilt */
export async function readDeployment(account: Account): Promise<KeptDeployment> {
  const found = await fetchDocument(account, DEPLOYMENT_DOCUMENT);
  const result = deployment.safeParse(found?.data ?? {});
  if (result.data !== undefined) return { deployment: result.data, revision: found?.revision };
  const [issue] = result.error.issues;
  const place = issue?.path.join(".") ?? "";
  throw new TypeError(
    `Cannot read the document ${DEPLOYMENT_DOCUMENT} of the default Sync Service: ${place}: ${issue?.message}. Mend it in the Sync console, or remove it: the next deploy finds by name what it can`,
  );
}

/** Sync takes 16 KiB: what is older nobody goes back to. */
const MOST_KEPT = 10;

function pruned({ builds, releases, console, ...rest }: Deployment): Deployment {
  const kept = releases.slice(-MOST_KEPT);
  const isNeeded = (sid: string) => kept.some((one) => one.buildSid === sid || one.console?.buildSid === sid);
  const newest = Object.keys(builds).slice(-MOST_KEPT);
  const entries = Object.entries(builds).filter(([sid]) => isNeeded(sid) || newest.includes(sid));
  return { ...rest, ...(console && { console }), builds: Object.fromEntries(entries), releases: kept };
}

/** Keeps a deployment. @throws AccountFailure; Error when somebody else has written it since */
export async function keepDeployment(
  account: Account,
  { deployment: changed, revision: before }: KeptDeployment,
): Promise<KeptDeployment> {
  const data = pruned(changed);
  const revision =
    before === undefined
      ? await createDocument(account, DEPLOYMENT_DOCUMENT, { data })
      : await updateDocument(account, DEPLOYMENT_DOCUMENT, { data, revision: before });
  if (revision !== undefined) return { deployment: data, revision };
  // A reply that was lost makes our own second try look like somebody else's write.
  const found = await readDeployment(account);
  if (!isDeepStrictEqual(found.deployment, data))
    throw new Error("Cannot go on: another deploy has written meanwhile. Run it again");
  return found;
}

/** Forgets the deployment. @throws AccountFailure */
export async function forgetDeployment(account: Account): Promise<void> {
  await removeDocument(account, DEPLOYMENT_DOCUMENT);
}
