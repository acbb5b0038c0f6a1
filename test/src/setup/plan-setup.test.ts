import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "../../../src/config/problem";
import { readPolicy } from "../../../src/config/read-policy";
import type { House } from "../../../src/setup/house-files";
import { planSetup } from "../../../src/setup/plan-setup";
import type { QuestionName } from "../../../src/setup/question";
import { houseOf } from "./house";

const [home, desk, phone, other] = ["+12125550100", "+12125550101", "+12125550123", "+12125550124"];

function plan(house: House, answers: Partial<Record<QuestionName, string>>, isAnew = false) {
  let count = 0;
  const randomHex = (bytes: number) => {
    count += 1;
    return String(count)
      .repeat(bytes * 2)
      .slice(0, bytes * 2);
  };
  const given = new Map(Object.entries(answers).map(([name, value]) => [name, value]));
  return planSetup({
    house,
    answers: new Map([...given].filter((each): each is [QuestionName, string] => each[1] !== undefined)),
    contacts: undefined,
    secrets: { isAnew, randomHex },
  });
}

const SECRETS = `CHALLENGE_SECRET=${"c".repeat(64)}\nLINK_SECRET=${"d".repeat(64)}\nCONSOLE_SECRET=${"e".repeat(64)}\n`;
const first = {
  "account-sid": `AC${"0".repeat(32)}`,
  "auth-token": "a".repeat(32),
  line: home,
  phone,
  email: "ann@example.com",
  country: "US",
  timezone: "America/New_York",
};

describe("the first run", () => {
  const { policy, environment, changes } = plan(houseOf(), first);

  test("makes a policy that reads well and says what was answered", () => {
    expect(readPolicy(policy, "")).toMatchObject({
      country: "US",
      timezone: "America/New_York",
      owner: { name: "Owner", phone, email: "ann@example.com" },
      lines: { [home]: { ring: { to: phone } } },
    });
    expect(JSON.parse(policy).$schema).toBe("../gatehouse.schema.json");
  });

  test("makes every key, 32 random bytes each and not the same", () => {
    expect(environment).toMatch(/^CHALLENGE_SECRET=1{64}$/m);
    expect(environment).toMatch(/^LINK_SECRET=2{64}$/m);
    expect(environment).toMatch(/^CONSOLE_SECRET=3{64}$/m);
  });

  test("tells each change, and of secrets only that they changed", () => {
    expect(changes).toContainEqual({ file: ".env", what: "ACCOUNT_SID", to: first["account-sid"] });
    expect(changes).toContainEqual({ file: ".env", what: "AUTH_TOKEN" });
    expect(changes).toContainEqual({ file: ".env", what: "CHALLENGE_SECRET" });
    expect(JSON.stringify(changes)).not.toMatch(/a{32}|1{64}|2{64}/);
  });

  test("a second run with the same answers, or with none, changes nothing", () => {
    const house = houseOf({ env: environment, policy });
    for (const again of [first, {}])
      expect(plan(house, again)).toEqual({ policy, environment, contacts: undefined, changes: [] });
  });
});

/** What each run does to a policy with two lines, written by hand. */
const POLICY = `{
  "lines": {
    "(212) 555-0100": { "ring": { "to": "+1 212 555 0123" }, "strikes": { "failed": 0 } },
    "${desk}": { "ring": { "to": "${other}" } }
  },
  "home": { "bedtimes": ["sun-thu 20:30-07:00", "fri,sat 22:00-08:00"] },
  "owner": { "phone": "212-555-0123" }
}
`;

/** The same without a SIP phone to make credentials for. */
const NO_HOME = POLICY.replace(/ {2}"home".*\n/, "");

test.each<[string, Partial<Record<QuestionName, string>>, [from: string, to: string][]]>([
  [
    "an e-mail address is added to the owner",
    { email: "a@example.com" },
    [['"212-555-0123" }', '"212-555-0123", "email": "a@example.com" }']],
  ],
  ["a phone that is there, written otherwise, is left", { phone }, []],
  ["a line that is there, written otherwise, is left", { line: home }, []],
  [
    "a new phone is rung by lines that rang the old one, and is the owner's",
    { phone: "+12125550155" },
    [
      ['{ "to": "+1 212 555 0123" }', '{ "to": "+12125550155" }'],
      ['"phone": "212-555-0123"', '"phone": "+12125550155"'],
    ],
  ],
  ["a line that is there and rings another phone is left", { line: desk }, []],
  ["a line that is named with a phone rings it", { line: desk, phone }, [[`"${other}"`, `"${phone}"`]]],
  [
    "a new line rings the phone",
    { line: "+12125550102" },
    [
      [
        `{ "to": "${other}" } }\n`,
        `{ "to": "${other}" } },\n    "+12125550102": { "ring": { "to": "${phone}" } }\n`,
      ],
    ],
  ],
  [
    "a country is added at the end",
    { country: "CA" },
    [['"212-555-0123" }\n', '"212-555-0123" },\n  "country": "CA"\n']],
  ],
])("%s", (_what, answers, replacements) => {
  const env = `${SECRETS}SIP_USERNAME=home-1\nSIP_PASSWORD=IWasAtSignal2018\n`;
  const expected = replacements.reduce((text, [from, to]) => text.replace(from, to), POLICY);
  expect(plan(houseOf({ env, policy: POLICY }), answers)).toMatchObject({
    policy: expected,
    environment: env,
  });
});

test("a new line that is the phone of another is refused, with its place", () => {
  const attempt = () => plan(houseOf({ policy: POLICY }), { line: phone });
  expect(attempt).toThrow(ConfigurationError);
  expect(attempt).toThrow(
    'assets/gatehouse.private.json:5 lines["+12125550123"].ring.to: found the line itself',
  );
});

test("the owner's own phone stays when it is not the one that rings", () => {
  const env = SECRETS;
  const policy = NO_HOME.replace("212-555-0123", "212-555-0188");
  const planned = plan(houseOf({ env, policy }), { phone: "+12125550155" });
  expect(planned.policy).toBe(policy.replace("+1 212 555 0123", "+12125550155"));
});

describe("secrets", () => {
  test("that are there stay; --new-secrets makes every key anew and nothing else", () => {
    const env = `# mine\n${SECRETS}AUTH_TOKEN=x\nOTHER=1\n`;
    expect(plan(houseOf({ env, policy: NO_HOME }), {}).environment).toBe(env);
    const { environment, changes } = plan(houseOf({ env, policy: NO_HOME }), {}, true);
    expect(environment).toBe(
      env
        .replace("c".repeat(64), "1".repeat(64))
        .replace("d".repeat(64), "2".repeat(64))
        .replace("e".repeat(64), "3".repeat(64)),
    );
    expect(changes.map(({ what }) => what)).toEqual(["CHALLENGE_SECRET", "LINK_SECRET", "CONSOLE_SECRET"]);
  });

  test("that .env.example left empty are filled in where they stand", () => {
    const example = readFileSync(join(__dirname, "../../../.env.example"), "utf8");
    const { environment } = plan(houseOf({ env: example, policy: NO_HOME }), {});
    expect(environment).toBe(
      example
        .replace("CHALLENGE_SECRET=", `CHALLENGE_SECRET=${"1".repeat(64)}`)
        .replace("LINK_SECRET=", `LINK_SECRET=${"2".repeat(64)}`)
        .replace("CONSOLE_SECRET=", `CONSOLE_SECRET=${"3".repeat(64)}`),
    );
  });

  // The resource SipCredential of local-twilio/openapi/twilio_api_v2010.json: "a minimum of 12 characters, contain at least
  // 1 digit, and have mixed case"
  test("of a home's SIP phone are made as Twilio wants them, and never again", () => {
    const { environment } = plan(houseOf({ env: SECRETS, policy: POLICY }), {});
    const [, password = ""] = /^SIP_PASSWORD=(.*)$/m.exec(environment) ?? [];
    expect(password.length).toBeGreaterThanOrEqual(20);
    for (const kind of [/\d/, /[a-z]/, /[A-Z]/]) expect(password).toMatch(kind);
    expect(environment).toMatch(/^SIP_USERNAME=home-1{8}$/m);
    const again = plan(houseOf({ env: environment, policy: POLICY }), {}, true).environment;
    expect(again).toContain(`SIP_PASSWORD=${password}`);
  });
});

describe("a phone for the children", () => {
  const answers = { ...first, line: `${home},${desk}`, home: desk };
  const policyOf = (planned: { readonly policy: string }) => JSON.parse(planned.policy);

  test("gets a line that only listed people ring, its number to show, and credentials of its own", () => {
    const planned = plan(houseOf(), answers);
    expect(policyOf(planned)).toMatchObject({
      owner: { phone },
      lines: { [home]: { ring: { to: phone } }, [desk]: { ring: { to: "home" }, rules: "household" } },
      home: { callerId: desk },
    });
    expect(planned.environment).toMatch(/^SIP_USERNAME=home-\d{8}$/m);
    expect(/^SIP_PASSWORD=(.*)$/m.exec(planned.environment)?.[1]?.length).toBeGreaterThanOrEqual(20);
    const again = plan(houseOf({ env: planned.environment, policy: planned.policy }), answers);
    expect(again.changes).toEqual([]);
  });

  test("on a line that rang a telephone: rules that the owner wrote stay", () => {
    const policy = `{
  "lines": {
    "${home}": { "ring": { "to": "${phone}" } },
    "(212) 555-0101": { "ring": { "to": "${phone}" }, "rules": ["allowlist", "voicemail"] }
  },
  "home": { "ringSeconds": 30 }
}
`;
    const planned = plan(houseOf({ env: SECRETS, policy }), { home: desk });
    expect(planned.policy).toBe(policy.replace(`"to": "${phone}" }, "rules"`, '"to": "home" }, "rules"'));
  });

  test("on the only line: the telephone that rang is still the owner's", () => {
    const { policy } = plan(houseOf(), { ...first, home });
    expect(policyOf({ policy })).toMatchObject({
      owner: { phone },
      lines: { [home]: { ring: { to: "home" } } },
    });
    const planned = plan(houseOf({ env: SECRETS, policy }), { line: `${home},${desk}`, phone: other });
    expect(policyOf(planned)).toMatchObject({
      lines: { [home]: { ring: { to: "home" } }, [desk]: { ring: { to: other } } },
    });
  });
});

test("an address book counts as changed only when it differs", () => {
  const house = houseOf({ env: SECRETS, policy: POLICY, contacts: "BEGIN:VCARD" });
  const secrets = { isAnew: false, randomHex: () => "0" };
  const planned = (text: string) =>
    planSetup({ house, answers: new Map(), contacts: Buffer.from(text), secrets }).changes.filter(
      ({ file }) => file === "assets/contacts.private.vcf",
    );
  expect(planned("BEGIN:VCARD")).toEqual([]);
  expect(planned("BEGIN:VCARD\n")).toHaveLength(1);
});

test("a .env that others may read is closed to them, which counts as a change", () => {
  const house = {
    ...houseOf({ env: SECRETS, policy: NO_HOME }),
    environmentMode: 0o644,
  };
  expect(plan(house, {}).changes).toEqual([{ file: ".env", what: "permissions", from: "644", to: "600" }]);
});

test("a variable that an open quote above it would swallow is refused", () => {
  const env = `${SECRETS}NOTE="open\n`;
  expect(() => plan(houseOf({ env, policy: NO_HOME }), { "mail-from": 'Ann "a" <ann@example.com>' })).toThrow(
    "Cannot write MAIL_FROM into .env: a quote that opens in an earlier line",
  );
});
