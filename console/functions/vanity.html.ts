import { definePage, page } from "../../src/runtime/console/define-page";

/** The public page where anybody can look up what a number spells; closed unless the policy opens it. */
export const handler = definePage((wiring) =>
  wiring.policy().vanity.page ? page(wiring, "vanity") : page(wiring, "closed", 404),
);
