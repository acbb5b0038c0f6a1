import type { Home } from "../../policy/home/home";
import { check } from "../check";
import { ok } from "../finding";

const WHEN: Readonly<Record<Exclude<Home["monitoring"], "off">, string>> = {
  atStart: "the owner may listen, which is announced at the start of every call",
  onJoin: "the owner may listen, which is announced when it happens",
};

/** A reminder that nothing here can settle: what may be heard and kept is a matter of law. */
export const listeningCheck = check({
  name: "listening",
  title: "Listening in",
  needs: ["policy"],
  judge: ({ policy: { policy } }) => {
    const { home } = policy;
    const what = [
      ...(home === undefined || home.monitoring === "off" ? [] : [WHEN[home.monitoring]]),
      ...(home?.isRecorded ? ["calls are recorded, which is announced"] : []),
    ];
    if (what.length === 0) return [ok("calls are neither listened to nor recorded")];
    const law =
      "Many countries and some of the United States want the consent of everybody on the line: make sure that the notices in the policy are enough where you and your callers live";
    return [ok(`${what.join("; ")}. ${law}`)];
  },
});
