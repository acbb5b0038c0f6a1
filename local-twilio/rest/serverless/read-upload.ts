import type { WireRequest } from "../wire";
import { invalid, tooLarge } from "./serverless-errors";
import { MAX_FILE_BYTES, MAX_PATH, MAX_PRIVATE_FILE_BYTES } from "./serverless-limits";
import type { VersionRow, Visibility } from "./serverless-rows";

/** What an upload says of a version. */
export type Upload = Pick<VersionRow, "path" | "visibility" | "content" | "contentType">;

const VISIBILITIES: readonly string[] = ["public", "protected", "private"];

/** A part of a multipart body; null when it was not sent. */
type Part = ReturnType<FormData["get"]>;

/** The characters that the toolkit refuses, by its own words; it takes "/" at the start for granted. */
const FORBIDDEN_IN_PATHS = /[;,?:@+&$()' "#]/;

/**
 * Reads an upload: a multipart body with `Path`, `Visibility` and `Content`.
 * @throws TwilioError 400/20001 that names the field, 413 for a file that is too large
 * @see https://www.twilio.com/docs/serverless/api/resource/function-version
 * @see `checkForValidPath` in serverless-toolkit, `packages/serverless-api/src/utils/fs.ts`
 */
export async function readUpload(request: WireRequest): Promise<Upload> {
  const parts = await readParts(request);
  const content = parts.get("Content");
  if (content === null) throw invalid("Missing required parameter Content in the multipart body");
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(await content.arrayBuffer());
  const type = typeof content === "string" ? "" : content.type;
  const visibility = readVisibility(parts.get("Visibility"));
  if (bytes.length > (visibility === "private" ? MAX_PRIVATE_FILE_BYTES : MAX_FILE_BYTES)) throw tooLarge();
  return { path: readPath(parts.get("Path")), visibility, content: bytes, contentType: type || undefined };
}

/** By `Request`, not `Response`: runtime-handler puts Twilio's own in the place of the global one. */
async function readParts({ multipart: body, host, path, headers }: WireRequest): Promise<FormData> {
  if (body === undefined) throw invalid("Cannot read the upload: its body is not multipart/form-data");
  const type = headers["content-type"] ?? "";
  try {
    const init = { method: "POST", body, headers: { "content-type": type } };
    return await new Request(`https://${host}${path}`, init).formData();
  } catch (error) {
    throw invalid(`Cannot read the upload: ${error instanceof Error ? error.message : error}`);
  }
}

function readVisibility(text: Part): Visibility {
  if (typeof text === "string" && VISIBILITIES.includes(text)) return text as Visibility;
  throw invalid(`Visibility ${JSON.stringify(text)} is none of ${VISIBILITIES.join(", ")}`);
}

/** A path that starts without "/" is given one. */
function readPath(text: Part): string {
  if (typeof text !== "string" || text === "")
    throw invalid("Missing required parameter Path in the multipart body");
  const path = text.startsWith("/") ? text : `/${text}`;
  if (path.length > MAX_PATH)
    throw invalid(`Path is ${path.length} characters long: ${MAX_PATH} are allowed`);
  const [forbidden] = FORBIDDEN_IN_PATHS.exec(path) ?? [];
  if (forbidden !== undefined) throw invalid(`Path ${path} cannot contain ${JSON.stringify(forbidden)}`);
  return path;
}
