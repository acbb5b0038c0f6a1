/** `npm install` ends with this: it fetches Twilio's OpenAPI documents, unless they are there and intact. */
import { fetchDocuments, isIntact } from "../local-twilio/judge/openapi-package.mjs";

if (!isIntact()) {
  try {
    console.log(fetchDocuments());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `postinstall: ${reason}. Check the network or npm's registry setting, then run: npm run postinstall`,
    );
    process.exitCode = 1;
  }
}
