import { join } from "node:path";
import type { ServerConfig } from "@twilio/runtime-handler/dev";
import type { Resource } from "./resources";

type Settings = Pick<ServerConfig, "port" | "url" | "env">;
type Route = ServerConfig["routes"]["functions"][number];

/**
 * How runtime-handler is asked to run: in this process, warm between calls, silent. Every Function's route leads to
 * the one entry file, which hands over to the host.
 */
export function runtimeConfig(settings: Settings, resources: readonly Resource[]): ServerConfig {
  const quiet = () => undefined;
  return {
    ...settings,
    baseDir: process.cwd(),
    live: false,
    logs: false,
    detailedLogs: false,
    legacyMode: false,
    forkProcess: false,
    enableDebugLogs: false,
    appName: "local-twilio",
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet, log: quiet },
    routes: {
      functions: resources.filter(({ kind }) => kind === "function").map(functionRoute),
      assets: resources.filter(({ kind }) => kind === "asset").map(assetRoute),
    },
  };
}

function functionRoute({ path, access }: Resource): Route {
  return { path, access, name: path, content: "", filePath: join(__dirname, "function-entry.ts") };
}

function assetRoute({ path, access, file }: Resource): Route {
  return { path, access, name: path, content: "", filePath: file };
}
