/** The allow list from files that are no CSV: a JSON list of people, and an address book. */
import { type Desk, openDesk } from "./lists-desk";

jest.setTimeout(60_000);
const KIM = "+12125550142";
const BO = "+12125550143";

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.local.journal.complaints).toEqual([]);
});

const importing = (...argv: string[]) => desk.run("import", "allowlist", ...argv);
const person = (name: string, more: object = {}) => ({
  ...{ person: name, direction: "both", overrideBedtime: false, primaryContact: false },
  ...more,
});

describe("whitelistnumbers.json", () => {
  const write = (people: unknown) => desk.write("whitelistnumbers.json", JSON.stringify(people, null, 2));

  // The file of a public home phone: [{ Number, OverrideBedtime, PrimaryContact, Person }], exact match, both directions.
  test("its people are on the list, both ways", async () => {
    write([
      { Number: KIM, OverrideBedtime: true, PrimaryContact: "yes", Person: "Kim" },
      { number: "(212) 555-0143", person: "Bo", Color: "red" },
      { Number: 12125550144, Person: "Al", OverrideBedtime: "", PrimaryContact: 0 },
    ]);
    expect((await importing("whitelistnumbers.json", "--yes")).code).toBe(0);
    expect(desk.list("allowlist")).toEqual({
      [KIM]: person("Kim", { overrideBedtime: true, primaryContact: true }),
      [BO]: person("Bo"),
      "+12125550144": person("Al"),
    });
    expect((await importing("whitelistnumbers.json", "--yes")).out).toContain("Nothing to change");
  });

  test("what the list says besides stays", async () => {
    desk.put("allowlist", KIM, { person: "Kim", direction: "in", hours: "mon-fri 15:00-19:00" });
    write([{ Number: KIM, Person: "Kim Example" }]);
    await importing("whitelistnumbers.json", "--yes");
    expect(desk.list("allowlist")).toEqual({
      [KIM]: person("Kim Example", { direction: "in", hours: "mon-fri 15:00-19:00" }),
    });
  });

  test("numbers are read by the policy's country", async () => {
    write([{ Number: "020 7946 0958", Person: "Kim" }]);
    const { out } = await importing("whitelistnumbers.json");
    expect(out).toContain('[0].Number: found "020 7946 0958"');
  });

  test.each<[string, unknown, string]>([
    ["no number", [{ Number: KIM, Person: "Kim" }, { Person: "Bo" }], '6 [1].Number: found ""'],
    [
      "a flag that is none",
      [{ Number: KIM, Person: "Kim", OverrideBedtime: "maybe" }],
      '[0].OverrideBedtime: found "maybe"; allowed: yes or no',
    ],
    ["a list for a flag", [{ Number: KIM, Person: "Kim", PrimaryContact: [1] }], "[0].PrimaryContact: found"],
    ["a text for a person", [KIM], `2 [0]: found "${KIM}"; allowed: a list of people`],
    ["an object", { Number: KIM }, "allowed: a list of people"],
    ["no name", [{ Number: KIM }], "person: found nothing"],
    [
      "two names for a number",
      [
        { Number: KIM, Person: "Kim" },
        { Number: KIM, Person: "Bo" },
      ],
      "each number once",
    ],
  ])("%s is named with its line, entry and field, and nothing is written", async (_name, people, message) => {
    write(people);
    const { code, out } = await importing("whitelistnumbers.json", "--yes");
    expect(code).toBe(1);
    expect(out).toContain(message);
    expect(desk.list("allowlist")).toEqual({});
  });

  test("what is no JSON is said with its line", async () => {
    desk.write("whitelistnumbers.json", `[\n{ "Number": "${KIM}" "Person": "Kim" }]`);
    const { code, out } = await importing("whitelistnumbers.json", "--yes");
    expect(code).toBe(1);
    expect(out).toMatch(/whitelistnumbers\.json:2:\d+: not valid JSON/);
  });

  test("other lists take no such file", async () => {
    write([]);
    expect(await desk.run("import", "blocklist", "whitelistnumbers.json")).toMatchObject({
      code: 2,
      err: expect.stringContaining("blocklist takes CSV files only"),
    });
  });
});

/** @see https://www.rfc-editor.org/rfc/rfc6350#section-6.7.1 (CATEGORIES: one or more text values separated by a COMMA) */
describe("contacts.vcf", () => {
  const card = (...lines: string[]) => ["BEGIN:VCARD", "VERSION:4.0", ...lines, "END:VCARD", ""].join("\r\n");
  beforeEach(() => {
    desk.write(
      "contacts.vcf",
      [
        card("FN:Kim", "CATEGORIES:Friends,Family", `TEL:${KIM}`, "TEL;TYPE=work:212-555-0145", "TEL:911"),
        card("FN:Bo", "CATEGORIES:Work,FRIENDS", `TEL:${BO}`),
        card("FN:Al", "TEL:+12125550146"),
      ].join(""),
    );
  });

  test("every number of the cards of a category is on the list, under the card's name", async () => {
    const { code, err } = await importing("contacts.vcf", "--category", "family", "--yes");
    expect([code, err]).toEqual([0, 'contacts.vcf:7: left out: "911" is not a full telephone number']);
    expect(desk.list("allowlist")).toEqual({ [KIM]: person("Kim"), "+12125550145": person("Kim") });
  });

  test("--replace takes off who is not in the category", async () => {
    desk.put("allowlist", BO, person("Bo"));
    await importing("contacts.vcf", "--category", "Family", "--replace", "--yes");
    expect(Object.keys(desk.list("allowlist"))).toEqual([KIM, "+12125550145"]);
  });

  test.each([
    ["no category", [], "Which cards of contacts.vcf? --category NAME says; it has Friends, Family, Work"],
    [
      "one that no card has",
      ["--category", "Famly"],
      'contacts.vcf has no card of the category Famly (did you mean "Family"?): it has Friends, Family, Work',
    ],
  ])("with %s it says which there are", async (_name, options, message) => {
    expect(await importing("contacts.vcf", ...options, "--yes")).toEqual({ code: 2, out: "", err: message });
    expect(desk.list("allowlist")).toEqual({});
  });

  test("a book without categories says so", async () => {
    desk.write("plain.vcf", card("FN:Al", "TEL:+12125550146"));
    expect((await importing("plain.vcf")).err).toContain("no card of it has any");
  });

  test("a category chooses cards of an address book only", async () => {
    desk.write("people.csv", `number,person\n${KIM},Kim\n`);
    expect(await importing("people.csv", "--category", "Family")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--category chooses cards of an address book"),
    });
  });
});

test("CSV has a column for everything that an entry may say", async () => {
  desk.write(
    "people.csv",
    `number,person,direction,overrideBedtime,primaryContact,hours\n${KIM},Kim,in,yes,no,mon-fri 15:00-19:00; sat 10:00-12:00\n${BO},Bo,,,,\n`,
  );
  expect((await importing("people.csv", "--yes")).code).toBe(0);
  expect(desk.list("allowlist")).toEqual({
    [KIM]: person("Kim", {
      ...{ direction: "in", overrideBedtime: true },
      hours: "mon-fri 15:00-19:00; sat 10:00-12:00",
    }),
    [BO]: person("Bo"),
  });
});
