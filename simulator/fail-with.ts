import { SyncUnavailable } from "../src/store/sync-gateway";

/** Ends a command that cannot go on: says why in plain words on stderr, exit code 2. */
export function failWith(error: unknown): void {
  console.error(explain(error));
  process.exit(2);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SyncUnavailable) return `${error.message}: ${explainSync(error.status)}`;
  const port: unknown = Reflect.get(error, "port");
  if (Reflect.get(error, "code") === "EADDRINUSE") return `Port ${port} is busy: choose another with --port`;
  return error.message;
}

/** @see https://www.twilio.com/docs/sync/api/service-resource */
function explainSync(status: number | undefined): string {
  if (status === 401 || status === 403)
    return "Twilio does not know these credentials (ACCOUNT_SID and AUTH_TOKEN)";
  if (status === 404)
    return "SYNC_SERVICE_SID is no Service of this account, or lacks its maps. npm run deploy makes both";
  return "try again; npm run doctor says what is wrong";
}
