import type { WireRequest } from "../wire";
import { invalid } from "./serverless-errors";
import { DEFAULT_DEPENDENCIES, HANDLER_VERSIONS, RUNTIMES } from "./serverless-limits";
import type { Dependency, ResourceRow, VersionRow } from "./serverless-rows";

const HANDLER = "@twilio/runtime-handler";

/** What npm fetches from elsewhere than the registry: nothing that a build in the cloud could reach, or would. */
const FROM_ELSEWHERE = /^(file|link|workspace|portal|git|git\+\w+|github|https?|npm):/i;

/** Where Twilio names the versions it takes: the words of its refusal (serverless-toolkit, issue 564). */
const HANDLER_PAGE = "https://www.twilio.com/docs/serverless/functions-assets/handler";

/**
 * The dependencies of a build, with Twilio's defaults for those it names not. The toolkit sends the JSON within bare
 * quotes.
 * @throws TwilioError 400/20001 for one that the cloud refuses
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/dependencies
 */
export function readDependencies({ body }: WireRequest): readonly Dependency[] {
  const named = parseDependencies(body.get("Dependencies") ?? "[]");
  for (const dependency of named) refuseUnfit(dependency);
  const defaults = DEFAULT_DEPENDENCIES.filter(({ name }) => named.every((other) => other.name !== name));
  return [...named, ...defaults];
}

function parseDependencies(text: string): readonly Dependency[] {
  const json = /^"\[.*\]"$/s.test(text) ? text.slice(1, -1) : text;
  const parsed = parseJson(json === "" ? "[]" : json);
  if (Array.isArray(parsed) && parsed.every(isDependency))
    return parsed.map(({ name, version }) => ({ name, version }));
  throw invalid("Dependencies must be a JSON list of objects with a name and a version");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDependency(value: unknown): value is Dependency {
  const { name, version } = Object(value) as Partial<Record<string, unknown>>;
  return typeof name === "string" && typeof version === "string";
}

function refuseUnfit({ name, version }: Dependency): void {
  const wanted = `No matching version found for ${name}@${version}.`;
  if (name === HANDLER && !HANDLER_VERSIONS.includes(version))
    throw unfit(`${wanted} You can find the valid versions at ${HANDLER_PAGE}`);
  if (version.trim() === "" || FROM_ELSEWHERE.test(version)) throw unfit(wanted);
}

const unfit = (reason: string) => invalid(`Some dependencies could not be validated. ${reason}`);

/** The runtime of a build. @throws TwilioError 400/20001 in the words of twilio-cli's issue 252 */
export function readRuntime({ body }: WireRequest): string {
  const runtime = body.get("Runtime") ?? RUNTIMES[0];
  const isTaken = RUNTIMES.some((taken) => taken === runtime);
  if (!isTaken) throw invalid(`unsupported runtime: ${runtime}`);
  return runtime;
}

/** The versions that a build is made of, by their SIDs. @throws TwilioError 400/20001 for one that is not there */
export function readVersions(
  { body }: WireRequest,
  name: "FunctionVersions" | "AssetVersions",
  resources: ReadonlyMap<string, ResourceRow>,
): readonly VersionRow[] {
  const known = [...resources.values()].flatMap(({ versions }) => versions);
  return body.getAll(name).map((sid) => {
    const version = known.find((each) => each.sid === sid);
    if (version === undefined) throw invalid(`${name}: ${sid} was not found`);
    return version;
  });
}
