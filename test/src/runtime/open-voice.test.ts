/** The unmodified helper library against local Twilio, which judges every request by Twilio's own documents. */
import type { CallOutcome } from "../../../local-twilio/voice/call-outcome";
import { openVoice } from "../../../src/runtime/open-voice";
import type { VoiceGateway } from "../../../src/runtime/voice-gateway";
import {
  CALLER,
  LINE,
  type LiveLine,
  openLiveLine,
  PHONE,
  patient,
} from "../../local-twilio/rest/api/live-line";

const ROOM = `home-CA${"1".repeat(32)}`;
const GONE = { call: `CA${"9".repeat(32)}`, conference: `CF${"9".repeat(32)}` };
let live: LiveLine;
let voice: VoiceGateway;

async function open(documents: Readonly<Record<string, string>>): Promise<void> {
  live = await openLiveLine(documents);
  voice = openVoice(live.client);
}
afterEach(async () => {
  expect(live.local.journal.complaints).toEqual([]);
  await live.close();
});

const conference = `<Dial><Conference startConferenceOnEnter="true" endConferenceOnExit="true"
  statusCallback="/room.xml" statusCallbackEvent="start end announcement">${ROOM}</Conference></Dial>`;
const ringOptions = () => ({
  conference: ROOM,
  to: PHONE,
  from: LINE,
  timeoutSeconds: 25,
  statusCallback: `${live.url}/phone.xml`,
  conferenceStatusCallback: `${live.url}/room.xml`,
});
const documents = { voice: conference, phone: "", room: "", words: "<Say>Hear, hear.</Say>" };

test("rings a phone into a conference, which is found while one waits and while two talk, and is ended", async () => {
  await open(documents);
  live.local.switchboard.phones.set(PHONE, { does: "answers", seconds: 60 });
  const calling: Promise<CallOutcome> = live.call(patient());
  await live.until(2);
  const { callSid, conferenceSid } = await voice.ringIntoConference(ringOptions());
  expect([callSid, conferenceSid]).toEqual([
    expect.stringMatching(/^CA[0-9a-f]{32}$/),
    expect.stringMatching(/^CF[0-9a-f]{32}$/),
  ]);
  expect(await voice.findConference(ROOM)).toBe(conferenceSid);
  expect(await voice.isInConference(conferenceSid, GONE.call)).toBe(false);
  await live.until(20);
  expect(await voice.findConference(ROOM)).toBe(conferenceSid);
  expect(await voice.isInConference(conferenceSid, callSid)).toBe(true);
  await voice.announce(conferenceSid, `${live.url}/words.xml`);
  await live.until(25);
  await voice.completeConference(conferenceSid);
  await calling;
  expect(await voice.findConference(ROOM)).toBeUndefined();
  const statuses = live.told
    .filter(({ url }) => url.endsWith("/phone.xml"))
    .map(({ parameters }) => parameters.CallStatus);
  expect(statuses).toEqual(["initiated", "ringing", "in-progress", "completed"]);
  const events = live.told
    .filter(({ url }) => url.endsWith("/room.xml"))
    .map(({ parameters }) => parameters.StatusCallbackEvent);
  expect(events).toEqual(["conference-start", "announcement-end", "conference-end"]);
});

test("what is gone already is no error", async () => {
  await open(documents);
  await voice.completeConference(GONE.conference);
  await voice.removeParticipant(GONE.conference, GONE.call);
  await voice.endCall(GONE.call);
  expect(await voice.isInConference(GONE.conference, GONE.call)).toBe(false);
  expect(await voice.findConference(ROOM)).toBeUndefined();
});

test("a call that has ended cannot be ended again, and that is no error", async () => {
  await open({ ...documents, voice: "<Hangup/>" });
  const { callSid } = await live.call();
  await voice.endCall(callSid);
});

test("ends a phone that rings, and a caller's call; takes a caller out", async () => {
  await open(documents);
  live.local.switchboard.phones.set(PHONE, { does: "no-answer" });
  const calling = live.call(patient());
  await live.until(2);
  const { callSid, conferenceSid } = await voice.ringIntoConference(ringOptions());
  await live.until(5);
  await voice.endCall(callSid);
  const [caller] = await live.client.calls.list({ from: CALLER });
  const callerSid = caller?.sid ?? "";
  expect(await voice.isInConference(conferenceSid, callerSid)).toBe(true);
  await voice.removeParticipant(conferenceSid, callerSid);
  await calling;
});

test("calls a telephone, which goes on with the TwiML of a URL, and tells when that is over", async () => {
  await open({ ...documents, hello: "<Say>A call-back.</Say>" });
  live.local.switchboard.phones.set(PHONE, { does: "answers", seconds: 60 });
  const callSid = await voice.placeCall({
    ...{ to: PHONE, from: LINE, timeoutSeconds: 20 },
    ...{ url: `${live.url}/hello.xml`, statusCallback: `${live.url}/over.xml` },
  });
  await live.until(60);
  expect(await live.client.calls(callSid).fetch()).toMatchObject({
    status: "completed",
    to: PHONE,
    from: LINE,
  });
  expect(live.told.map(({ url, parameters }) => [url, parameters.CallSid, parameters.CallStatus])).toEqual([
    [`${live.url}/over.xml`, callSid, "completed"],
  ]);
});

test.each([
  ...(["ringIntoConference", "findConference", "announce", "completeConference"] as const),
  ...(["recordCall", "placeCall"] as const),
])("%s throws when Twilio cannot be reached", async (name) => {
  await open(documents);
  live.local.faults.add({ on: "http:api.twilio.com", fault: { kind: "status", status: 503 } });
  const asked = {
    ringIntoConference: () => voice.ringIntoConference(ringOptions()),
    findConference: () => voice.findConference(ROOM),
    announce: () => voice.announce(GONE.conference, `${live.url}/words.xml`),
    completeConference: () => voice.completeConference(GONE.conference),
    recordCall: () => voice.recordCall(GONE.call, `${live.url}/recorded.xml`),
    placeCall: () =>
      voice.placeCall({ to: PHONE, from: LINE, url: live.url, statusCallback: live.url, timeoutSeconds: 20 }),
  };
  await expect(asked[name]()).rejects.toMatchObject({ status: 503 });
});
