import { randomBytes, scryptSync } from "node:crypto";
import { hashPin, parsePinHash, verifyPin } from "../../../../src/policy/home/owner-pin";

// RFC 7914, section 12: the third test vector is N 16384, r 8, p 1. @see https://www.rfc-editor.org/rfc/rfc7914#section-12
const VECTOR = "7023bdcb3afd7348461c06cd81fd38eb";
const salt = Buffer.alloc(16, 7);

test("the hash is scrypt's, of N 16384, r 8 and p 1", async () => {
  const cost = { N: 16384, r: 8, p: 1 };
  expect(scryptSync("pleaseletmein", "SodiumChloride", 64, cost).toString("hex")).toMatch(VECTOR);
  const [name, n, r, p, saltText, hash] = (await hashPin("847291", salt)).split("$");
  expect([name, n, r, p, saltText]).toEqual(["scrypt", "16384", "8", "1", salt.toString("base64url")]);
  expect(hash).toBe(scryptSync("847291", salt, 32, cost).toString("base64url"));
});

test("the right PIN, and no other, is the PIN", async () => {
  const known = parsePinHash(await hashPin("847291", randomBytes(16)));
  if (known === undefined) throw new Error("not read");
  expect(await verifyPin("847291", known)).toBe(true);
  for (const wrong of ["847290", "84729", "8472911", "0847291", "", "*847291", "847291847291847291"])
    expect(await verifyPin(wrong, known)).toBe(false);
});

describe("OWNER_PIN_HASH is read strictly", () => {
  const [saltText, hash] = [salt.toString("base64url"), Buffer.alloc(32, 9).toString("base64url")];
  const written = (n = "16384", r = "8", p = "1", s = saltText, h = hash) =>
    ["scrypt", n, r, p, s, h].join("$");
  test("as it is made, and dearer", () => {
    expect(parsePinHash(written())).toMatchObject({ cost: 16384, blockSize: 8, parallelization: 1 });
    expect(parsePinHash(written("65536"))).toMatchObject({ cost: 65536 });
  });
  test.each([
    ["nothing", ""],
    ["a PIN", "847291"],
    ["another function", written().replace("scrypt", "bcrypt")],
    ["one part too many", `${written()}$x`],
    ["a cheap N", written("8192")],
    ["an N that is no power of two", written("16385")],
    ["more memory than a Function has", written("65536", "16")],
    ["an N of any length", written("99999999999")],
    ["r of 1", written("16384", "1")],
    ["p of 0", written("16384", "8", "0")],
    ["p of 9", written("16384", "8", "9")],
    ["a short salt", written("16384", "8", "1", Buffer.alloc(15).toString("base64url"))],
    ["base64 with padding", written("16384", "8", "1", `${saltText}==`)],
    ["a salt of odd bits", written("16384", "8", "1", `${saltText.slice(0, -1)}x`)],
    ["a short hash", written("16384", "8", "1", saltText, Buffer.alloc(31).toString("base64url"))],
    ["spaces around it", ` ${written()} `],
  ])("%s is none", (_name, text) => {
    expect(parsePinHash(text)).toBeUndefined();
  });
});
