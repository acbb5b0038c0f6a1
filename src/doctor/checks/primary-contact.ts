import { isData } from "../../lists/read-entry";
import { parseAllowEntry } from "../../store/parse-allow-entry";
import { check } from "../check";
import { ok, warning } from "../finding";

const FIX =
  "npm run lists -- add allowlist NUMBER --person NAME --primary-contact --yes, or set home.offersPrimaryContact to false in the policy";

/** Whether there is anybody to offer when the home's phone is not answered. */
export const primaryContactCheck = check({
  name: "primary-contact",
  title: "Primary contact",
  needs: ["policy", "lists"],
  judge: ({ policy: { policy }, lists }) => {
    if (!policy.home?.offersPrimaryContact) return [ok("callers are offered none")];
    const entries = lists.flatMap((list) =>
      list.name === "allowlist" && "entries" in list ? list.entries : [],
    );
    const offered = entries.filter(
      ({ data }) => isData(data) && parseAllowEntry(data, policy)?.primaryContact === true,
    );
    return offered.length > 0
      ? [ok("callers whom nobody answers are offered one")]
      : [warning("nobody on the allow list is one, so callers whom nobody answers leave a message", FIX)];
  },
});
