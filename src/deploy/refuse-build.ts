import type { BuildContents } from "./build-contents";
import type { Refusal } from "./refusal";

/**
 * The versions that Twilio's cloud takes. 2.1.0, the newest on the registry, it refuses with error 20001.
 * @see https://github.com/twilio-labs/serverless-toolkit/issues/557
 */
export const ACCEPTED_HANDLERS = ["2.0.1", "2.0.3"] as const;
const HANDLER = "@twilio/runtime-handler";
/** What a number's fallback needs. It answers with every Function down. */
const NEEDED_ASSETS = ["/fallback.xml", "/fallback-done.xml"];

/** What is wrong with what was built: nothing was, the cloud would refuse it, or callers would miss something. */
export function refuseBuild({ files, dependencies }: BuildContents): Refusal[] {
  const build = "npm run build";
  if (!files.some(({ kind }) => kind === "functions"))
    return [{ why: "there is no build: dist/functions holds no Function", fix: build }];
  const missing = NEEDED_ASSETS.filter((path) => !files.some((file) => file.path === path));
  return [
    ...missing.map((path) => ({
      why: `the build lacks the Asset ${path}`,
      fix: `restore assets${path}, then ${build}`,
    })),
    ...refuseDependencies(dependencies),
  ];
}

function refuseDependencies(dependencies: Readonly<Record<string, string>>): Refusal[] {
  const handler = dependencies[HANDLER];
  const isAccepted = ACCEPTED_HANDLERS.some((version) => version === handler);
  const local = Object.entries(dependencies).filter(([, version]) => /^(file|link|git)/.test(version));
  return [
    ...(isAccepted ? [] : [refuseHandler(handler)]),
    ...local.map(([name, version]) => ({
      why: `Twilio's cloud cannot install ${name} from ${version}`,
      fix: "give it a version of the registry in package.json",
    })),
  ];
}

function refuseHandler(found: string | undefined): Refusal {
  return {
    why: `Twilio's cloud takes ${HANDLER} in exactly one of the versions ${ACCEPTED_HANDLERS.join(", ")}; package.json has ${found ?? "none"}`,
    fix: `npm install --save-exact ${HANDLER}@${ACCEPTED_HANDLERS[1]}`,
  };
}
