import { definePage, page } from "../../src/runtime/console/define-page";

/** Where administrators sign in and out. */
export const handler = definePage((wiring) => page(wiring, "sign-in"));
