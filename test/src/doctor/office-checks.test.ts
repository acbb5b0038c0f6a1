import type { Check } from "../../../src/doctor/check";
import { callbacksCheck } from "../../../src/doctor/checks/callbacks";
import { callerNamesCheck } from "../../../src/doctor/checks/caller-names";
import { officeCheck, officeSwitchCheck } from "../../../src/doctor/checks/office";
import { ownerPinCheck } from "../../../src/doctor/checks/owner-pin";
import { reputationCheck } from "../../../src/doctor/checks/reputation";
import type { Facts } from "../../../src/doctor/facts";
import type { ProviderName } from "../../../src/policy/reputation";
import { FRIEND, LINE, NOON, OTHER_LINE } from "../policy/samples";
import { phoneNumber, policyFound, say, sid } from "./sample-facts";

type Case = [name: string, check: Check, facts: Partial<Facts>, said: RegExp[]];

const DAY = 24 * 3600 * 1000;
const NO_OFFICE = policyFound();
const SALES = { ring: ["+12125550160"] };

const officeOf = (sales: object = {}, office: object = {}) =>
  policyFound(
    { rules: ["menu"] },
    {
      office: {
        menu: [{ key: "1", name: "Sales", to: "sales" }],
        departments: { sales: { ...SALES, ...sales } },
        ...office,
      },
    },
  );
const office = (sales: object = {}, whole: object = {}, numbers = [phoneNumber()]): Partial<Facts> => ({
  policy: officeOf(sales, whole),
  numbers,
});

// NOON is a Monday, 2026-01-05, in New York.
const OFFICE: Case[] = [
  ["none", officeCheck, { policy: NO_OFFICE, numbers: [] }, [/^ok: the policy has no office/]],
  ["always open", officeCheck, office(), [/^ok: 1 department, each open .*America\/New_York/]],
  [
    "a telephone of the account itself",
    officeCheck,
    office({ ring: [OTHER_LINE] }, {}, [phoneNumber({ number: OTHER_LINE })]),
    [/^warning: the department sales rings \+12125550110, a number of this very account/],
  ],
  [
    "a dear telephone",
    officeCheck,
    office({ ring: ["+19005550100"] }),
    [/^warning: the department sales rings \+19005550100, .*costs more/],
  ],
  [
    "holidays that are over",
    officeCheck,
    office({}, { holidays: { "2025-12-25": "none", "2026-01-04": "none" } }),
    [/^warning: every holiday of sales is over \(the last was 2026-01-04\)$/],
  ],
  [
    "a holiday today",
    officeCheck,
    office({}, { holidays: { "2025-12-25": "none", "2026-01-05": "none" } }),
    [/^ok/],
  ],
  ["one day a week", officeCheck, office({ hours: ["sun 9:00-10:00"] }), [/^ok/]],
];

const everyDay = Array.from({ length: 31 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10),
);
const CLOSED: Case[] = [
  [
    "a department that is on holiday for a month",
    officeCheck,
    office({ holidays: Object.fromEntries(everyDay.map((date) => [date, "none"])) }),
    [/^failure: the department sales is open on none of the next 31 days/],
  ],
  [
    "one that opens on the last of them",
    officeCheck,
    office({ holidays: Object.fromEntries(everyDay.slice(0, 30).map((date) => [date, "none"])) }),
    [/^ok/],
  ],
];

const switched = (state: Partial<Facts["officeSwitch"]["state"]>, days = 8): Partial<Facts> => ({
  policy: officeOf(),
  officeSwitch: { state: { mode: "auto", departments: {}, ...state }, changedAt: NOON - days * DAY },
});
const SWITCH: Case[] = [
  [
    "never touched",
    officeSwitchCheck,
    { policy: officeOf(), officeSwitch: { state: { mode: "auto", departments: {} }, changedAt: undefined } },
    [/^ok: the office goes by its hours$/],
  ],
  [
    "no office",
    officeSwitchCheck,
    { ...switched({ mode: "night" }), policy: NO_OFFICE },
    [/^ok: the policy/],
  ],
  ["on night since last week", officeSwitchCheck, switched({ mode: "night" }, 6), [/^ok: .* is on night$/]],
  [
    "on night for longer",
    officeSwitchCheck,
    switched({ mode: "night" }),
    [/^warning: the office has been on night for 8 days/],
  ],
  [
    "a department for longer",
    officeSwitchCheck,
    switched({ departments: { sales: "day" } }),
    [/^warning: sales has been on day for 8 days/],
  ],
  [
    "until a day to come",
    officeSwitchCheck,
    switched({ mode: "night", until: NOON + 1 }),
    [/^ok: .*on night$/],
  ],
  ["until now", officeSwitchCheck, switched({ mode: "night", until: NOON }), [/^ok: .*by its hours$/]],
  [
    "a department that there is not",
    officeSwitchCheck,
    switched({ departments: { slaes: "night" } }, 0),
    [/^warning: the switch names a department "slaes", which there is not \(did you mean "sales"\?\)$/],
  ],
];

const variable = (key: string, value = "x") => ({ sid: sid("ZV"), key, value });
const asked = (reputation: object | undefined, ...names: string[]): Partial<Facts> => ({
  policy: policyFound({ rules: ["reputation", "challenge"] }, { reputation }),
  liveVariables: names.map((name) => variable(name)),
});
const provider = (name: ProviderName) => ({ provider: name });
const TELESIGN = ["TELESIGN_CUSTOMER_ID", "TELESIGN_API_KEY"];
const REPUTATION: Case[] = [
  ["nobody asks", reputationCheck, { policy: NO_OFFICE, liveVariables: [] }, [/^ok: no line asks/]],
  [
    "TeleSign",
    reputationCheck,
    asked({}, ...TELESIGN),
    [/^ok: it is asked of TeleSign, .*the log of a call/],
  ],
  [
    "TeleSign without credentials",
    reputationCheck,
    asked(provider("telesign-intelligence"), "TELESIGN_CUSTOMER_ID"),
    [/^failure: TELESIGN_API_KEY is not set on the Service, so every/],
  ],
  ["Lookup", reputationCheck, asked(provider("lookup")), [/^ok: it is asked of Twilio Lookup/]],
  ["an add-on", reputationCheck, asked(provider("nomorobo")), [/^ok: .*add-on Nomorobo.*no request tells/]],
  [
    "nobody, ever",
    reputationCheck,
    asked({ ...provider("lookup"), lookupsPerHour: 0 }),
    [/^warning: reputation\.lookupsPerHour is 0/],
  ],
  [
    "no request, which an add-on needs none of",
    reputationCheck,
    asked({ ...provider("marchex"), lookupsPerHour: 0 }),
    [/^ok/],
  ],
];

const byName = (looksUpNames: boolean): Partial<Facts> => ({
  policy: policyFound({
    rules: ["callername", "challenge"],
    callername: [{ like: "*pharmacy*", then: "ring" }],
  }),
  numbers: [phoneNumber({ looksUpNames })],
});
const NAMES: Case[] = [
  ["no line goes by names", callerNamesCheck, { policy: NO_OFFICE, numbers: [phoneNumber()] }, [/^ok/]],
  ["names that are looked up", callerNamesCheck, byName(true), [/^ok: Twilio looks them up$/]],
  [
    "names that are not",
    callerNamesCheck,
    byName(false),
    [/^warning: \+12125550100 .*every name is missing/],
  ],
];

const hours = (count: number) => new Date(NOON - count * 3600 * 1000).toISOString();
const queue = (change: object): Partial<Facts> => ({
  policy: officeOf(),
  lists: [
    {
      name: "callbacks",
      entries: [
        {
          key: FRIEND,
          data: {
            line: LINE,
            department: "sales",
            askedAt: hours(23),
            tries: 0,
            state: "waiting",
            ...change,
          },
          revision: "0",
        },
        { key: "Bo", data: 5, revision: "0" },
      ],
    },
  ],
});
const CALLBACKS: Case[] = [
  ["no office", callbacksCheck, { policy: NO_OFFICE, lists: [] }, [/^ok: the policy has no office/]],
  ["nobody", callbacksCheck, { policy: officeOf(), lists: [] }, [/^ok: none waiting$/]],
  ["somebody", callbacksCheck, queue({}), [/^ok: 1 waiting, none for a day$/]],
  [
    "somebody since yesterday",
    callbacksCheck,
    queue({ askedAt: hours(24) }),
    [/^warning: \+12125550150 has waited .*: nobody has tried$/],
  ],
  [
    "somebody in vain",
    callbacksCheck,
    queue({ state: "failed", tries: 5, note: "the telephone: busy" }),
    [/^warning: \+12125550150, .* was not reached in 5 tries \(the telephone: busy\)$/],
  ],
  ["somebody long ago, and reached", callbacksCheck, queue({ askedAt: hours(99), state: "done" }), [/^ok/]],
];

const PIN: Case[] = [
  [
    "an office without a PIN",
    ownerPinCheck,
    { policy: officeOf(), liveVariables: [] },
    [/^ok: no line asks/],
  ],
  [
    "an office with a spoilt one",
    ownerPinCheck,
    { policy: officeOf(), liveVariables: [variable("OWNER_PIN_HASH", "123456")] },
    [/^warning: the policy has no owner\.phone/, /^failure: OWNER_PIN_HASH is no hash of ours/],
  ],
];

test.each([OFFICE, CLOSED, SWITCH, REPUTATION, NAMES, CALLBACKS, PIN].flat())(
  "%s: %#",
  async (_name, check, facts, said) => {
    expect(await say(check, facts)).toEqual(said.map((words) => expect.stringMatching(words)));
  },
);
