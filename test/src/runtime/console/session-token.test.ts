import { SignJWT } from "jose";
import {
  IDLE_SECONDS,
  isSameSecret,
  LONGEST_SECONDS,
  newSession,
  readSession,
  signSession,
} from "../../../../src/runtime/console/session-token";

const SECRET = "5e".repeat(32);
const HOST = "gatehouse-console-1234.twil.io";
const NOW = new Date("2026-01-05T15:00:00Z");
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const session = newSession("ann", 2, NOW);

const read = (token: string, now = NOW, domainName = HOST, secret = SECRET) =>
  readSession(secret, { token, domainName, now });

test("what is signed is read back, to the last second of half an hour", async () => {
  const token = await signSession(SECRET, HOST, session);
  expect(await read(token)).toEqual(session);
  expect(await read(token, after(IDLE_SECONDS - 1))).toEqual(session);
  expect(await read(token, after(IDLE_SECONDS))).toBeUndefined();
});

test("no token outlives its session", async () => {
  const renewed = { ...session, renewedAt: session.until - 60 };
  const token = await signSession(SECRET, HOST, renewed);
  expect(await read(token, after(LONGEST_SECONDS - 1))).toEqual(renewed);
  expect(await read(token, after(LONGEST_SECONDS))).toBeUndefined();
});

test("a token is good for its host and its secret only", async () => {
  const token = await signSession(SECRET, HOST, session);
  expect(await read(token, NOW, "another-1234.twil.io")).toBeUndefined();
  expect(await read(token, NOW, HOST, "0f".repeat(32))).toBeUndefined();
});

test("every session has an identity and a token of its own", () => {
  const many = Array.from({ length: 100 }, () => newSession("ann", 0, NOW));
  expect(new Set(many.map(({ sid }) => sid)).size).toBe(100);
  expect(new Set(many.map(({ csrfToken }) => csrfToken)).size).toBe(100);
});

test("a token holds no telephone and no name", async () => {
  const [, body = ""] = (await signSession(SECRET, HOST, session)).split(".");
  expect(Object.keys(JSON.parse(Buffer.from(body, "base64url").toString())).sort()).toEqual(
    ["aud", "csrf", "epoch", "exp", "iat", "sid", "sub", "until"].sort(),
  );
});

/** As the token is made, of any claims and by any algorithm: with the very key. */
function forge(claims: Record<string, unknown>, alg = "HS256"): Promise<string> {
  const { createHmac } = jest.requireActual<typeof import("node:crypto")>("node:crypto");
  const key = createHmac("sha256", SECRET).update("console session").digest();
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
}

const seconds = NOW.getTime() / 1000;
const whole = {
  ...{ sub: "ann", sid: "x", epoch: 2, until: seconds + 99, csrf: "y" },
  ...{ aud: HOST, iat: seconds, exp: seconds + 99 },
};

test("claims that are signed with the key are read; the forger forges well", async () => {
  expect(await read(await forge(whole))).toMatchObject({ who: "ann", sid: "x" });
});

test.each(Object.keys(whole))("a token without %s is none", async (claim) => {
  const { [claim]: _, ...rest }: Record<string, unknown> = whole;
  expect(await read(await forge(rest))).toBeUndefined();
});

test.each(["HS384", "HS512"])("an algorithm of another strength (%s) is not ours", async (alg) => {
  expect(await read(await forge(whole, alg))).toBeUndefined();
});

test.each([
  ["a", "a", true],
  ["a", "b", false],
  ["", "a", false],
  ["ä", "a", false],
])("%j is the same as %j: %j", (given, expected, same) => {
  expect(isSameSecret(given, expected)).toBe(same);
});
