import { whoSignedIn } from "../../src/runtime/console/check-session";
import { definePage, leadTo, page } from "../../src/runtime/console/define-page";

/** The page with the numbers that were looked up lately. It holds none of them: its script asks the API, which checks the session. */
export const handler = definePage(async (wiring, browser) =>
  (await whoSignedIn(wiring, browser)) ? page(wiring, "lookups") : leadTo("/sign-in.html?then=lookups"),
);
