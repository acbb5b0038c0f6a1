import { type Change, create, leave, type Planner } from "./plan";
import { ENVIRONMENT_NAME, SERVICE_NAME } from "./project";

/** The Serverless Service and the environment in which live calls run. */
export const planService: Planner = ({ observed: { service } }) => [
  service === undefined
    ? create("Service", SERVICE_NAME, { do: "createService" })
    : leave("Service", SERVICE_NAME),
  service?.environment === undefined
    ? create("environment", ENVIRONMENT_NAME, { do: "createEnvironment" })
    : leave("environment", ENVIRONMENT_NAME, service.environment.domainName),
];

/** What Functions are built from, against what runs. */
export const planBuild: Planner = ({ project: { build }, observed: { service, kept } }) => {
  const live = service?.environment?.buildSid;
  const { builds, files } = kept.deployment;
  const name = `${build.files.length} files, ${build.runtime}`;
  if (live === undefined) return [create("build", name, { do: "build" })];
  if (builds[live] === build.fingerprint) return [leave("build", name)];
  const isOurs = live in builds;
  const changed: Change = {
    kind: "build",
    name,
    action: "change",
    details: isOurs ? describeFiles(build.files, files) : ["what runs was not built by this command"],
    steps: [{ do: "build" }],
  };
  return [changed];
};

type Hashed = { readonly kind: string; readonly path: string; readonly hash: string };

function describeFiles(files: readonly Hashed[], before: Readonly<Record<string, string>>): string[] {
  const added = files.filter(({ path }) => before[path] === undefined).map(({ path }) => `+ ${path}`);
  const changed = files.filter(({ path, hash }) => before[path] !== undefined && before[path] !== hash);
  const gone = Object.keys(before).filter((path) => !files.some((file) => file.path === path));
  const listed = [...added, ...changed.map(({ path }) => `~ ${path}`), ...gone.map((path) => `- ${path}`)];
  return listed.length === 0 ? ["packages or runtime changed"] : listed;
}
