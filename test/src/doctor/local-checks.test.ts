import type { Check } from "../../../src/doctor/check";
import { buildCheck } from "../../../src/doctor/checks/build";
import { clockCheck } from "../../../src/doctor/checks/clock";
import { contactsCheck } from "../../../src/doctor/checks/contacts";
import { mailAddressCheck, mailCheck } from "../../../src/doctor/checks/mail";
import { nodeVersionCheck } from "../../../src/doctor/checks/node-version";
import { outboxCheck } from "../../../src/doctor/checks/outbox";
import { policyCheck } from "../../../src/doctor/checks/policy";
import type { Facts } from "../../../src/doctor/facts";
import { parseRecordingSid } from "../../../src/telephony/sids";
import { LINE, NOON } from "../policy/samples";
import { judge, policyFound, sampleHousehold, sid } from "./sample-facts";

const DAY = 24 * 3600 * 1000;
const FILE = "assets/contacts.private.vcf";

function books(file: string | undefined, days: number, ...problems: string[]): Facts["addressBooks"] {
  return { byLine: new Map([[LINE, { file, changedAt: NOON - days * DAY }]]), problems };
}

function waiting(tries: number, minutes: number, error?: string): Facts["outbox"][number] {
  const recordingSid = parseRecordingSid(sid("RE"));
  if (recordingSid === undefined) throw new Error("no SID");
  const at = new Date(NOON - minutes * 60_000).toISOString();
  return { recordingSid, callSid: sid("CA"), at, tries, ...(error === undefined ? {} : { error }) };
}

test.each<[string, Check, Partial<Facts>, [level: string, found: string, fix?: string][]]>([
  // https://www.twilio.com/docs/serverless/functions-assets/runtime: the cloud runs Node.js 22.
  ["Node.js of the cloud", nodeVersionCheck, { nodeVersion: "22.11.0" }, [["ok", "22.11.0"]]],
  ["Node.js before", nodeVersionCheck, { nodeVersion: "20.19.0" }, [["ok", "the cloud runs 22"]]],
  ["Node.js in between", nodeVersionCheck, { nodeVersion: "21.0.0" }, [["warning", "21.0.0", "nodejs.org"]]],
  ["Node.js to come", nodeVersionCheck, { nodeVersion: "24.1.0" }, [["warning", "24.1.0", "Node.js 22"]]],
  ["Node.js too old", nodeVersionCheck, { nodeVersion: "18.20.0" }, [["failure", "too old", "Node.js 22"]]],
  [
    "a policy",
    policyCheck,
    { policy: policyFound() },
    [["ok", "assets/gatehouse.private.json is valid, with 1 line"]],
  ],
  ["no policy", policyCheck, { policy: sampleHousehold }, [["failure", "sample household", "npm run setup"]]],
  [
    "a build newer than its sources",
    buildCheck,
    { buildAge: { builtAt: NOON, newest: { file: "src/a.ts", changedAt: NOON - 1 } } },
    [["ok", "newer"]],
  ],
  [
    "a source newer than the build",
    buildCheck,
    { buildAge: { builtAt: NOON, newest: { file: "src/a.ts", changedAt: NOON + 1 } } },
    [["warning", "src/a.ts has changed", "npm run build"]],
  ],
  [
    "no build",
    buildCheck,
    { buildAge: { builtAt: undefined, newest: { file: "src/a.ts", changedAt: NOON } } },
    [["warning", "there is none", "npm run build"]],
  ],
  [
    "an address book",
    contactsCheck,
    { policy: policyFound(), addressBooks: books(FILE, 180) },
    [["ok", "none is old"]],
  ],
  [
    "an old one",
    contactsCheck,
    { policy: policyFound(), addressBooks: books(FILE, 181) },
    [["warning", `${FILE} is 181 days old`, "npm run deploy"]],
  ],
  [
    "none",
    contactsCheck,
    { policy: policyFound(), addressBooks: books(undefined, 0) },
    [["warning", "everybody is a stranger", "vCard"]],
  ],
  [
    "none, for a line that asks for none",
    contactsCheck,
    { policy: policyFound({ rules: ["challenge"] }), addressBooks: books(undefined, 0) },
    [["ok", "every address book is there"]],
  ],
  [
    "one that is named and missing",
    contactsCheck,
    {
      policy: policyFound({ contacts: "friends.vcf" }),
      addressBooks: books(undefined, 0, 'policy:1 lines: found "friends.vcf"'),
    },
    [["failure", "friends.vcf", "correct the policy"]],
  ],
  ["the time", clockCheck, { clock: { aheadMs: -60_000 } }, [["ok", "agrees"]]],
  [
    "a clock behind",
    clockCheck,
    { clock: { aheadMs: -61_000 } },
    [["warning", "61 s behind", "timedatectl"]],
  ],
  [
    "a clock ahead",
    clockCheck,
    { clock: { aheadMs: 300_000 } },
    [["warning", "300 s ahead of", "timedatectl"]],
  ],
  [
    "a wrong clock",
    clockCheck,
    { clock: { aheadMs: 300_001 } },
    [["failure", "300 s ahead of", "timedatectl"]],
  ],
  [
    "a mail server",
    mailCheck,
    { mailServer: { isSet: true }, variables: { MAIL_FROM: "gatehouse@example.com" } },
    [["ok", "lets us log in"]],
  ],
  [
    "no mail server",
    mailCheck,
    { mailServer: { isSet: false }, variables: {} },
    [["warning", "SMTP_URL is not set", ".env"]],
  ],
  [
    "one that refuses us, and no sender",
    mailCheck,
    { mailServer: { isSet: true, problem: "Invalid login: 535" }, variables: {} },
    [
      ["failure", "Invalid login: 535", "SMTP_URL"],
      ["failure", "MAIL_FROM is not set", ".env"],
    ],
  ],
  ["an address", mailAddressCheck, { policy: policyFound() }, [["ok", "every line"]]],
  [
    "the line's own address",
    mailAddressCheck,
    { policy: policyFound({ voicemail: { email: "bo@example.com" } }, { owner: {} }) },
    [["ok", "every line"]],
  ],
  [
    "no address",
    mailAddressCheck,
    { policy: policyFound({}, { owner: {} }) },
    [["warning", LINE, "owner.email"]],
  ],
  ["no mail waiting", outboxCheck, { outbox: [] }, [["ok", "none"]]],
  ["mail waiting for a transcript", outboxCheck, { outbox: [waiting(0, 9)] }, [["ok", "1 waiting"]]],
  [
    "overdue mail",
    outboxCheck,
    { outbox: [waiting(0, 10)] },
    [["warning", sid("RE"), "npm run voicemails -- --retry"]],
  ],
  [
    "refused mail",
    outboxCheck,
    { outbox: [waiting(3, 1, "the mail server refused it")] },
    [["failure", "tried 3 times: the mail server refused it", "npm run voicemails -- --retry"]],
  ],
])("%s", async (_name, check, facts, findings) => {
  const found = await judge(check, facts);
  expect(found).toHaveLength(findings.length);
  for (const [at, [level, words, fix]] of findings.entries()) {
    expect(found[at]).toMatchObject({ level, found: expect.stringContaining(words) });
    expect(found[at]?.fix ?? "").toContain(fix ?? "");
    expect(found[at]?.found).not.toMatch(/\b1 \w+s$/);
    expect(found[at]?.fix === undefined).toBe(level === "ok");
  }
});
