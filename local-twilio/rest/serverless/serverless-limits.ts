/** Largest page of any list of this product. @see `twilio_serverless_v1.json`, PageSize */
export const MAX_PAGE_SIZE = 1000;

/** Longest names, in characters. @see `twilio_serverless_v1.json`, the descriptions of the parameters */
export const MAX_SERVICE_NAME = 50;
export const MAX_FRIENDLY_NAME = 255;
export const MAX_ENVIRONMENT_NAME = 100;
export const MAX_DOMAIN_SUFFIX = 16;
export const MAX_KEY = 128;
export const MAX_PATH = 255;

/** Largest value of a Variable, in bytes. @see `twilio_serverless_v1.json`, CreateVariable */
export const MAX_VALUE_BYTES = 450;

/** Largest files, in bytes. @see https://www.twilio.com/docs/runtime/functions-assets-api (limits) */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
export const MAX_PRIVATE_FILE_BYTES = 10 * 1024 * 1024;

/** Milliseconds after which a build is done, however seldom its status was asked for: an assumption. */
export const BUILD_MS = 1500;

/** How often the status says `building` before it says what came of it: an assumption. */
export const BUILDING_REPLIES = 1;

/** Lines of log kept for each Environment, so that a long run does not grow without end: ours. */
export const KEPT_LOGS = 1000;

/**
 * Versions of `@twilio/runtime-handler` that the cloud takes: those on the page, and 2.0.3, which Twilio's own templates
 * deploy. 2.1.0, though the registry's latest, is refused.
 * @see https://www.twilio.com/docs/serverless/functions-assets/handler
 * @see https://github.com/twilio-labs/serverless-toolkit/pull/558
 */
export const HANDLER_VERSIONS: readonly string[] = [
  ...["1.0.1", "1.1.0", "1.1.1", "1.2.0", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5"],
  ...["1.3.0", "1.3.1", "2.0.0", "2.0.1", "2.0.3", "2.1.2"],
];

/** What a build gets that names none. @see https://www.twilio.com/docs/serverless/functions-assets/functions/dependencies */
export const DEFAULT_DEPENDENCIES: readonly { readonly name: string; readonly version: string }[] = [
  { name: "twilio", version: "4.23.0" },
  { name: "@twilio/runtime-handler", version: "2.0.1" },
];

/**
 * The runtimes that new builds may have; the first is the default. Node 18 and 20 are no longer taken, and node24, which
 * Twilio takes since July 2026, is in no document yet.
 * @see https://www.twilio.com/docs/serverless/functions-assets/node-upgrade
 */
export const RUNTIMES = ["node22"] as const;
