import { failWith } from "../../simulator/fail-with";
import { SyncUnavailable } from "../../src/store/sync-gateway";

/** What stands on stderr, and the exit code. */
function ending(error: unknown): string {
  const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const exit = jest.spyOn(process, "exit").mockImplementation((): never => undefined as never);
  failWith(error);
  return `${exit.mock.calls.at(-1)} ${said.mock.calls.at(-1)}`;
}
afterEach(() => jest.restoreAllMocks());

// A wrong token: https://www.twilio.com/docs/api/errors/20003; what is not there: https://www.twilio.com/docs/api/errors/20404
test.each<[unknown, RegExp]>([
  [new Error("Cannot do it: no"), /^2 Cannot do it: no$/],
  ["plain words", /^2 plain words$/],
  [Object.assign(new Error(""), { code: "EADDRINUSE", port: 80 }), /^2 Port 80 is busy: .*--port/],
  [new SyncUnavailable(401), /^2 Sync answered 401: .*ACCOUNT_SID and AUTH_TOKEN/],
  [new SyncUnavailable(404), /^2 Sync answered 404: SYNC_SERVICE_SID .*npm run deploy/],
  [new SyncUnavailable(503), /^2 Sync answered 503: try again; npm run doctor/],
  [new SyncUnavailable(undefined), /^2 Sync did not answer: try again/],
])("%s", (error, words) => {
  expect(ending(error)).toMatch(words);
});
