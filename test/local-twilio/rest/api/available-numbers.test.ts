import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../../local-twilio/local-twilio";

/* The helper library as the client, every exchange judged by twilio_api_v2010.json, whose descriptions are quoted. */
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ seed: "numbers" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const shop = (country = "US") =>
  twilio(local.account.sid, local.account.authToken).availablePhoneNumbers(country);
const found = async (options: object) =>
  (await shop().local.list(options)).map(({ phoneNumber }) => phoneNumber);

test("numbers are for sale, as the document shows them, until the account has them", async () => {
  const [number] = await shop().local.list({ areaCode: 212, limit: 1 });
  expect(number).toMatchObject({
    ...{ phoneNumber: "+12125550100", friendlyName: "(212) 555-0100", isoCountry: "US", region: "NY" },
    ...{ addressRequirements: "none", beta: false, capabilities: { voice: true, sms: true, mms: true } },
  });
  local.addNumber("+12125550100");
  expect(await found({ areaCode: 212 })).not.toContain("+12125550100");
  expect(await shop().tollFree.list({ contains: "8005550142", limit: 5 })).toMatchObject([
    { phoneNumber: "+18005550142", region: null },
  ]);
  expect(await found({ areaCode: 646, limit: 1 })).toEqual(["+16465550100"]);
  expect(await shop("CA").local.list({ inRegion: "ON", limit: 1 })).toMatchObject([
    { phoneNumber: "+14165550100", isoCountry: "CA" },
  ]);
});

// Contains: "can be between 2 and 16 characters long and allows all digits (0-9) and all non-diacritic latin alphabet letters";
// "use `*` to match any single character or `%` to match a sequence"; "To match the beginning of a pattern, start the
// pattern with `+`. To match the end of the pattern, append the pattern with `$`." 510555**** is an older example of the docs. ALL is 255, HA is 42.
test.each<[string, string[]]>([
  ["ALL", ["+12125550142"]],
  ["all", ["+12125550142"]],
  ["255", ["+12125550142"]],
  ["ALL$", []],
  ["HA$", ["+12125550142"]],
  ["0142$", ["+12125550142"]],
  ["ALL*****", ["+12125550142"]],
  ["ALL******", []],
  ["***ALL", ["+12125550142"]],
  ["****ALL", []],
  ["%55%", ["+12125550142"]],
  ["212555****", ["+12125550142"]],
  ["+1212", ["+12125550142"]],
  ["+212", []],
])("Contains=%s finds %j", async (contains, numbers) => {
  local.inventory.numbers.clear();
  local.inventory.add("+12125550142");
  expect(await found({ contains })).toEqual(numbers);
});

test.each([
  ["one character", "7"],
  ["17 characters", "7".repeat(17)],
  ["one character beside a wildcard", "7*"],
  ["a wildcard between characters", "78*76"],
  ["two kinds of meta-characters side by side", "78*$"],
  ["two kinds of wildcards side by side", "78*%"],
  ["a letter with a diacritic", "STÖRM"],
  ["the end in the middle", "78$76"],
])("Contains is refused: %s", async (_sentence, contains) => {
  await expect(found({ contains })).rejects.toMatchObject({ status: 400, code: 20001 });
});

test("capabilities, address requirements and age are filtered by", async () => {
  const { inventory } = local;
  inventory.numbers.clear();
  const voice = { voice: true, sms: false, mms: false, fax: false };
  inventory.add("+12125550101", { capabilities: voice, addressRequirements: "local" });
  inventory.add("+12125550102", { addressRequirements: "foreign" });
  inventory.add("+12125550103", { beta: true, addressRequirements: "any" });
  const last = async (options: object) => (await found(options)).map((number) => number.slice(-1)).join("");
  expect(await last({})).toBe("123");
  expect(await last({ smsEnabled: true, mmsEnabled: true, voiceEnabled: true })).toBe("23");
  expect(await last({ smsEnabled: false })).toBe("1");
  expect(await last({ excludeAllAddressRequired: true })).toBe("");
  expect(await last({ excludeLocalAddressRequired: true })).toBe("23");
  expect(await last({ excludeForeignAddressRequired: true })).toBe("13");
  expect(await last({ beta: false })).toBe("12");
});

// "The default is 50, and the maximum is 1000"; readFull and readEmpty of the document have no links to other pages.
test("there is one page, as long as PageSize says", async () => {
  expect(await found({})).toHaveLength(50);
  expect(await found({ pageSize: 3 })).toHaveLength(3);
  expect(await found({ pageSize: 1000 })).toHaveLength(1000);
  const page = await shop().local.page({ areaCode: 212, pageSize: 2 });
  expect(page.getNextPageUrl()).toBeUndefined();
});

// 404 recorded: github.com/twilio/twilio-node/issues/159 (US/Mobile.json); https://www.twilio.com/docs/api/errors/21451
test("what there is not, is not found", async () => {
  const gone = {
    status: 404,
    code: 20404,
    message: expect.stringContaining("/US/Mobile.json was not found"),
  };
  await expect(shop().mobile.list()).rejects.toMatchObject(gone);
  await expect(shop("XX").local.list()).rejects.toMatchObject({ status: 404, code: 20404 });
  await expect(found({ areaCode: 12 })).rejects.toMatchObject({ status: 400, code: 21451 });
  expect(await shop("GB").mobile.list()).toEqual([]);
  local.inventory.add("+12425550101", { country: "BS", kind: "Mobile" });
  expect(await shop("BS").mobile.list()).toMatchObject([{ phoneNumber: "+12425550101" }]);
});

test.each<[string, object]>([
  ["NearNumber", { nearNumber: "+12125550101" }],
  ["InPostalCode", { inPostalCode: "10001" }],
])("%s is refused by name", async (name, options) => {
  await expect(found(options)).rejects.toMatchObject({
    ...{ status: 501, message: expect.stringContaining(name) },
  });
  expect(local.journal.complaints.splice(0)).toHaveLength(1);
});
