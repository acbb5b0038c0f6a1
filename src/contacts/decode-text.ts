import { TextDecoder } from "node:util";

/** The characters of the bytes 80 to 9f. Node 20 decodes them as if the charset were ISO-8859-1. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const decoders = new Map<string, TextDecoder | undefined>();

/**
 * The text of a property's bytes: in its declared charset; else as UTF-8; and what is not valid UTF-8 in the charset of
 * old Windows programs, in which every byte is a character.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  return decodedAs(charset, bytes) ?? decodedAs("utf-8", bytes) ?? decodedAs("windows-1252", bytes) ?? "";
}

/** The bytes of a quoted-printable value, soft line breaks already joined; a `=` that escapes nothing stays. */
export function decodeQuotedPrintable(text: string): Uint8Array {
  const hex = /=([0-9a-f]{2})/gi;
  return Buffer.from(
    text.replace(hex, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    "latin1",
  );
}

function decodedAs(charset: string | undefined, bytes: Uint8Array): string | undefined {
  try {
    const decoder = decoderOf(charset);
    return decoder?.encoding === "windows-1252" ? fromWindows1252(bytes) : decoder?.decode(bytes);
  } catch {
    return undefined;
  }
}

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}

function decoderOf(charset: string | undefined): TextDecoder | undefined {
  if (charset === undefined) return undefined;
  if (!decoders.has(charset)) decoders.set(charset, newDecoder(charset));
  return decoders.get(charset);
}

function newDecoder(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}
