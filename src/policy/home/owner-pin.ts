import { scrypt, timingSafeEqual } from "node:crypto";

/** How long a PIN is, in digits. */
export const SHORTEST_PIN = 6;
export const LONGEST_PIN = 12;

/** A PIN as OWNER_PIN_HASH keeps it. `cost`, `blockSize` and `parallelization` are scrypt's N, r and p. */
export interface PinHash {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** 16 MiB and some 50 ms a guess: a caller does not notice, who tries all PINs does. @see https://www.rfc-editor.org/rfc/rfc7914#section-2 */
const COST = 2 ** 14;
const BLOCK_SIZE = 8;
const HASH_BYTES = 32;

/** A Function has 256 MiB, and other calls are in it. */
const MOST_BYTES = 2 ** 26;
const SHORTEST_SALT = 16;
const LONGEST_SALT = 64;

/** What goes into OWNER_PIN_HASH. @param salt at least 16 random bytes */
export async function hashPin(pin: string, salt: Buffer): Promise<string> {
  const made = { cost: COST, blockSize: BLOCK_SIZE, parallelization: 1, salt };
  const hash = await derive(pin, made, HASH_BYTES);
  const encoded = [salt, hash].map((bytes) => bytes.toString("base64url"));
  return ["scrypt", COST, BLOCK_SIZE, 1, ...encoded].join("$");
}

/** Reads OWNER_PIN_HASH; undefined for what `hashPin` did not make, and for costs that no Function could bear. */
export function parsePinHash(text: string): PinHash | undefined {
  const [, n = "", r = "", p = "", salt = "", hash = ""] = FORM.exec(text) ?? [];
  const [cost, blockSize, parallelization] = [Number(n), Number(r), Number(p)];
  const isPower = Number.isInteger(Math.log2(cost));
  const isBearable = blockSize >= BLOCK_SIZE && 128 * cost * blockSize <= MOST_BYTES;
  const saltBytes = decode(salt);
  const hashBytes = decode(hash);
  if (!isPower || !isBearable || saltBytes === undefined || hashBytes === undefined) return undefined;
  if (saltBytes.length < SHORTEST_SALT || saltBytes.length > LONGEST_SALT) return undefined;
  if (hashBytes.length !== HASH_BYTES) return undefined;
  return { cost, blockSize, parallelization, salt: saltBytes, hash: hashBytes };
}

/** Five digits and a power of two: N is 16384 at least. */
const FORM = /^scrypt\$(\d{5})\$(\d{1,2})\$([1-4])\$([\w-]{20,90})\$([\w-]{40,50})$/;

/** Only the one way of writing these bytes: Buffer takes any text. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : undefined;
}

/**
 * Whether these digits are the PIN: computed in full whatever their length, compared in constant time. Only after the
 * guess was counted.
 */
export async function verifyPin(digits: string, known: PinHash): Promise<boolean> {
  const hash = await derive(digits.slice(0, LONGEST_PIN + 1), known, known.hash.length);
  return timingSafeEqual(hash, known.hash);
}

/** Not in this thread: other requests of the same process go on. */
function derive(
  pin: string,
  { cost, blockSize, parallelization, salt }: Omit<PinHash, "hash">,
  bytes: number,
) {
  const options = { N: cost, r: blockSize, p: parallelization, maxmem: 2 * MOST_BYTES };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(pin, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
