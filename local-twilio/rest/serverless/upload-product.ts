import { pathParser } from "../parse-path";
import { errorReply, TwilioError } from "../twilio-error";
import type { Product, WireReply, WireRequest } from "../wire";
import { type Collection, findResource, findService } from "./find-serverless";
import { formatVersion } from "./format-serverless";
import { readUpload } from "./read-upload";
import type { ServerlessWorld } from "./serverless-world";
import { stamp } from "./serverless-world";

const parsers = {
  Functions: pathParser("/v1/Services/{ServiceSid}/Functions/{Sid}/Versions"),
  Assets: pathParser("/v1/Services/{ServiceSid}/Assets/{Sid}/Versions"),
};

/** The host that takes what Functions and Assets hold: of its own, and in no document. */
export function createUploadProduct(world: ServerlessWorld): Product {
  return {
    host: "serverless-upload.twilio.com",
    handle: async (request) =>
      (await attempt(world, "Functions", request)) ?? (await attempt(world, "Assets", request)),
  };
}

async function attempt(
  world: ServerlessWorld,
  collection: Collection,
  request: WireRequest,
): Promise<WireReply | undefined> {
  const parameters = request.method === "POST" ? parsers[collection](request.path) : undefined;
  if (parameters === undefined) return undefined;
  try {
    const service = findService(world, parameters.ServiceSid);
    const { sid, versions } = findResource(service, collection, parameters.Sid);
    const upload = await readUpload(request);
    const kind = collection === "Functions" ? "function" : "asset";
    const version = { ...stamp(world, "ZN"), kind, resourceSid: sid, ...upload } as const;
    versions.push(version);
    return { status: 201, body: formatVersion(world, service, version) };
  } catch (error) {
    if (error instanceof TwilioError) return errorReply(error);
    throw error;
  }
}
