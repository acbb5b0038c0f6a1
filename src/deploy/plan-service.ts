import { SERVICE_NAMES, type ServiceRole } from "../config/environment";
import { keptService } from "./kept-service";
import { type Change, create, leave, type Planner } from "./plan";
import { ENVIRONMENT_NAME } from "./project";

/** What a part of a Service is called in a plan: those of the web console are told apart. */
export function kindOf(service: ServiceRole, part: string): string {
  return service === "calls" ? part : `${service} ${part}`;
}

/** A Serverless Service, and the environment that runs what is live. */
export function planService(service: ServiceRole): Planner {
  const [kind, environmentKind] = [kindOf(service, "Service"), kindOf(service, "environment")];
  return ({ observed: { services } }) => {
    const found = services[service];
    return [
      found === undefined
        ? create(kind, SERVICE_NAMES[service], { do: "createService", service })
        : leave(kind, SERVICE_NAMES[service]),
      found?.environment === undefined
        ? create(environmentKind, ENVIRONMENT_NAME, { do: "createEnvironment", service })
        : leave(environmentKind, ENVIRONMENT_NAME, found.environment.domainName),
    ];
  };
}

/** What a Service is built from, against what runs. */
export function planBuild(service: ServiceRole): Planner {
  const kind = kindOf(service, "build");
  return ({ project, observed: { services, kept } }) => {
    const build = project.builds[service];
    const live = services[service]?.environment?.buildSid;
    const { builds } = kept.deployment;
    const { files = {} } = keptService(kept.deployment, service);
    const name = `${build.files.length} files, ${build.runtime}`;
    const step = { do: "build", service } as const;
    if (live === undefined) return [create(kind, name, step)];
    if (builds[live] === build.fingerprint) return [leave(kind, name)];
    const details =
      live in builds ? describeFiles(build.files, files) : ["what runs was not built by this command"];
    const changed: Change = { kind, name, action: "change", details, steps: [step] };
    return [changed];
  };
}

type Hashed = { readonly kind: string; readonly path: string; readonly hash: string };

function describeFiles(files: readonly Hashed[], before: Readonly<Record<string, string>>): string[] {
  const added = files.filter(({ path }) => before[path] === undefined).map(({ path }) => `+ ${path}`);
  const changed = files.filter(({ path, hash }) => before[path] !== undefined && before[path] !== hash);
  const gone = Object.keys(before).filter((path) => !files.some((file) => file.path === path));
  const listed = [...added, ...changed.map(({ path }) => `~ ${path}`), ...gone.map((path) => `- ${path}`)];
  return listed.length === 0 ? ["packages or runtime changed"] : listed;
}
