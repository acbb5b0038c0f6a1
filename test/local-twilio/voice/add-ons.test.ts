import { type AddOnResults, createReputation } from "../../../local-twilio/reputation";
import { createSids } from "../../../local-twilio/sids";
import { renderAddOns } from "../../../local-twilio/voice/add-ons";
import { CALLER, type CallSetup, callLine, openLine, requestsTo, setNumber } from "./phone-line";

const REQUEST_SID = expect.stringMatching(/^XR[0-9a-f]{32}$/);
const FINE = { request_sid: REQUEST_SID, status: "successful", message: null, code: null };

function addOnsOf(results: AddOnResults, caller = CALLER) {
  const reputation = createReputation();
  reputation.addOns.set(CALLER, results);
  const text = renderAddOns(reputation, caller, createSids("add-ons"));
  return text === undefined ? undefined : JSON.parse(text);
}

// Nomorobo and Marchex: https://www.twilio.com/docs/voice/tutorials/block-spam-calls-and-robocalls-python
test("results are in the shapes of Twilio's guides", () => {
  expect(
    addOnsOf({ nomorobo_spamscore: { score: 1 }, marchex_cleancall: { recommendation: "PASS" } }),
  ).toEqual({
    ...{ status: "successful", message: null, code: null },
    results: {
      nomorobo_spamscore: { ...FINE, result: { status: "success", message: "success", score: 1 } },
      marchex_cleancall: { ...FINE, result: { result: { recommendation: "PASS", reason: "CleanCall" } } },
    },
  });
});

// https://www.scout.tel/documentation/using-twilio-lookup-addon: 94 is highly_likely
test("Scout's result is flat, with its level in words", () => {
  const { icehook_scout } = addOnsOf({ icehook_scout: { risk_level: 94, line_type: "voip" } }).results;
  expect(icehook_scout).toMatchObject({
    ...FINE,
    result: { dialcode_e164: CALLER, risk_level: 94, risk_rating: "highly_likely", line_type: "voip" },
  });
});

// A webhook in TwilioDevEd's block-spam-calls-php (SpamCallCheckerTest.php).
test("a provider may fail within an envelope that succeeds", () => {
  const failure = { code: 61001, message: "Request timed out" };
  expect(
    addOnsOf({ nomorobo_spamscore: failure, marchex_cleancall: { recommendation: "PASS" } }),
  ).toMatchObject({
    status: "successful",
    results: {
      nomorobo_spamscore: { request_sid: REQUEST_SID, status: "failed", ...failure, result: {} },
      marchex_cleancall: { status: "successful" },
    },
  });
});

test("an add-on that is installed sees every caller, and those nobody scripted are harmless", () => {
  const blocked = { marchex_cleancall: { recommendation: "BLOCK" } };
  expect(addOnsOf(blocked, "+12125550189").results).toEqual({
    marchex_cleancall: { ...FINE, result: { result: { recommendation: "PASS", reason: "CleanCall" } } },
  });
  const reputation = createReputation();
  reputation.installed.add("nomorobo_spamscore");
  const text = renderAddOns(reputation, CALLER, createSids("add-ons")) ?? "";
  expect(JSON.parse(text).results.nomorobo_spamscore.result).toMatchObject({ score: 0 });
});

describe("an incoming call", () => {
  const replies = { "/voice": "<Redirect>/next</Redirect>", "/next": "<Hangup/>" };
  const place = async (
    addOns: string | undefined,
    method: "GET" | "POST",
    setup: CallSetup = { replies },
  ) => {
    const line = openLine(setup);
    setNumber(line, { voiceMethod: method });
    const outcome = await callLine({ ...line, world: { ...line.world, addOns: () => addOns } }, setup);
    return { ...line, outcome };
  };
  const sent = (line: Awaited<ReturnType<typeof place>>, path: string) =>
    requestsTo(line, path).map(({ parameters }) => parameters.AddOns);

  test("carries them to its webhook, not to later requests", async () => {
    const line = await place('{"status":"successful"}', "POST");
    expect(sent(line, "/voice")).toEqual(['{"status":"successful"}']);
    expect(sent(line, "/next")).toEqual([undefined]);
    expect(sent(await place(undefined, "POST"), "/voice")).toEqual([undefined]);
  });

  // https://www.twilio.com/docs/api/errors/61006
  test("carries none by GET, and its timeline says so", async () => {
    const line = await place("{}", "GET");
    expect(sent(line, "/voice")).toEqual([undefined]);
    expect(line.outcome.events.map(({ text }) => text)).toContain(
      "61006: Add-ons: Add-ons unavailable for GET callbacks",
    );
    expect(line.outcome.errors).toEqual([]);
  });
});
