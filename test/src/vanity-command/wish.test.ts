import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { openAccount } from "../../../src/account/account";
import { findWished } from "../../../src/vanity-command/find-wished";
import { readWish } from "../../../src/vanity-command/read-wish";
import { showWord } from "../../../src/vanity-command/show-word";

// Keys: https://www.itu.int/rec/T-REC-E.161. 1-800-FLOWERS is 1-800-356-9377; GOFEDEX is 463-3339 (both as advertised).
test.each([
  ["FLOWERS", "US", "FLOWERS", "3569377", "356-9377"],
  ["GoFedEx", "US", "GOFEDEX", "4633339", "463-3339"],
  ["zero", "CA", "ZERO", "9376", "***-9376"],
  ["hi", "US", "HI", "44", "***-**44"],
  ["taxi 24", "US", "TAXI24", "829424", "*82-9424"],
  ["new-yorker", "US", "NEWYORKER", "639967537", "*63-996-7537"],
  ["Café", "FR", "CAFE", "2233", "…2233"],
])("%s in %s is dialled", (text, country, word, digits, pattern) => {
  expect(readWish(text, country)).toEqual({ word, digits, pattern });
});

test.each([
  ["x", "2 to 15 letters"],
  ["2125550100", "2 to 15 letters"],
  ["a/b", "2 to 15 letters"],
  ["abcdefghijk", "it has 11 letters, numbers have 10 digits"],
])("nobody can wish for %s", (text, message) => {
  expect(() => readWish(text, "US")).toThrow(message);
});

test.each<[number, string, string]>([
  [6, "ZERO", "212-555-ZERO"],
  [1, "SELL", "2-SELL-5-0100"],
  [2, "ZEROS", "21-ZEROS-100"],
  [0, "TWO", "TWO-555-0100"],
])("a word is shown in a number, from its digit %i on", (start, word, spelling) => {
  const shape = { national: "2125550100", groups: [3, 3, 4] };
  expect(showWord(shape, start, word)).toBe(spelling);
});

describe("numbers for sale", () => {
  let local: LocalTwilio;
  beforeEach(async () => {
    local = await startLocalTwilio({ seed: "wish" });
    local.inventory.numbers.clear();
  });
  afterEach(async () => {
    await local.close();
    expect(local.journal.complaints).toEqual([]);
  });
  const account = (authToken = local.account.authToken) =>
    openAccount({ accountSid: local.account.sid, authToken }, async () => {});
  const find = (word: string, search: object = {}) =>
    findWished(account(), readWish(word, "US"), {
      ...{ country: "US", areaCode: undefined, limit: 10, ...search },
    });

  test("end in the word, or have it elsewhere", async () => {
    local.inventory.add("+14425550101", { region: "CA", addressRequirements: "any" });
    local.inventory.add("+12125550144", { region: "NY" });
    local.inventory.add("+18005550144", { kind: "TollFree" });
    expect(await find("hi")).toEqual([
      { number: "+12125550144", kind: "local", place: "NY", address: "none", spelling: "212-555-01-HI" },
      { number: "+14425550101", kind: "local", place: "CA", address: "any", spelling: "HI-2-555-0101" },
      { number: "+18005550144", kind: "tollFree", place: "", address: "none", spelling: "800-555-01-HI" },
    ]);
    expect(await find("hi", { limit: 1 })).toHaveLength(2);
    expect(await find("hi", { areaCode: 442 })).toMatchObject([{ spelling: "HI-2-555-0101" }]);
    expect(await find("hi", { areaCode: 800 })).toMatchObject([{ kind: "tollFree" }]);
    expect(await find("flowers")).toEqual([]);
  });

  test("that cannot be called are left out", async () => {
    const capabilities = { voice: false, sms: true, mms: true, fax: false };
    local.inventory.add("+12125550144", { capabilities });
    expect(await find("hi")).toEqual([]);
  });

  test("of a country without any are no numbers, whatever they be", async () => {
    expect(await find("hi", { country: "FR" })).toBeUndefined();
    expect(await find("hi", { country: "GB" })).toEqual([]);
  });

  test("cannot be had with wrong credentials, or when Twilio does not answer", async () => {
    const search = { country: "US", areaCode: undefined, limit: 10 };
    await expect(findWished(account("0".repeat(32)), readWish("hi", "US"), search)).rejects.toThrow(
      "Twilio does not know these credentials (ACCOUNT_SID and AUTH_TOKEN)",
    );
    local.faults.add({ on: "http:api.twilio.com", fault: { kind: "reset" } });
    await expect(find("hi")).rejects.toThrow("no answer from Twilio");
  });
});
