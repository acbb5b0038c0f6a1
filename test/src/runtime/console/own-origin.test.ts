import { isOwnOrigin } from "../../../../src/runtime/console/own-origin";

const HOST = "gatehouse-console-1234.twil.io";

test.each<[string | undefined, string, boolean]>([
  [`https://${HOST}`, HOST, true],
  ["http://localhost:3003", "localhost:3003", true],
  [`http://${HOST}`, HOST, false],
  [`https://${HOST}:8443`, HOST, false],
  [`https://${HOST}.example`, HOST, false],
  [`https://x.${HOST}`, HOST, false],
  ["https://localhost:3003", "localhost:3003", false],
  ["http://localhost.example", "localhost.example", false],
  ["null", HOST, false],
  ["", HOST, false],
  [undefined, HOST, false],
  ["https://", "", false],
])("%s on %s: %s", (origin, host, isOwn) => {
  expect(isOwnOrigin(origin, host)).toBe(isOwn);
});
