import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { furnishSip, HOME_PHONE_URI } from "../../simulator/furnish-sip";
import { connectHomePhone, type HandsetBehaviour } from "../../simulator/home-phone";
import { scriptedParty } from "../../simulator/scripted-party";

let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.UTC(2026, 0, 5, 15) });
});
afterEach(() => local.close());

const busy: HandsetBehaviour = () => ({ does: "busy" });
const rings: HandsetBehaviour = () => ({ does: "no-answer" });

function connect(handsets: readonly HandsetBehaviour[]) {
  const account = furnishSip(local, { voiceUrl: "", voiceFallbackUrl: "" });
  return connectHomePhone(local, account, handsets);
}

/** What the home's phone does when it is rung; undefined when nothing is registered. */
async function ring() {
  const { signal } = new AbortController();
  const callSid = `CA${"0".repeat(32)}`;
  return local.switchboard.ringSip(HOME_PHONE_URI, { callSid, from: "+12125550146", over: signal });
}

test("connectHomePhone() registers the handsets that are switched on", async () => {
  connect(["unregistered", busy]);
  expect(await ring()).toEqual({ does: "busy" });
});

test("connectHomePhone() registers none when all are switched off", async () => {
  connect(["unregistered"]);
  expect(await ring()).toBeUndefined();
});

test("behave() changes what handsets do until it is taken back, the latest first", async () => {
  const phone = connect([busy]);
  const first = phone.behave([rings, busy]);
  expect(await ring()).toEqual({ does: "no-answer" });
  const second = phone.behave(["unregistered"]);
  expect(await ring()).toBeUndefined();
  first();
  expect(await ring()).toBeUndefined();
  second();
  expect(await ring()).toEqual({ does: "busy" });
});

test("a handset that is switched off calls all the same, as SIP needs no registration for that", async () => {
  const phone = connect(["unregistered"]);
  const { party } = scriptedParty([]);
  const outcome = await phone.call(1, { to: "911", party, callees: () => ({ does: "answers" }) });
  // The domain has no voice URL here: Twilio has taken the call, and has nothing to execute.
  expect(outcome).toMatchObject({ from: HOME_PHONE_URI, status: "failed" });
});
