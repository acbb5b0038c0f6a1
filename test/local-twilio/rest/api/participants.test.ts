import type { Callee } from "../../../../local-twilio/voice/party";
import { CALLER, LINE, type LiveLine, openLiveLine, PHONE, patient } from "./live-line";

/* The helper library as the client; quotations: https://www.twilio.com/docs/voice/api/conference-participant-resource */
const ROOM = "room-1";
const SIP = "sip:home@acme.sip.twilio.com";
const DOCUMENTS = {
  voice: `<Dial action="/left.xml" method="GET"><Conference beep="false" waitUrl="/wait.xml" waitMethod="GET"
    statusCallback="/events" statusCallbackEvent="start end join leave mute hold modify announcement">${ROOM}</Conference></Dial>`,
  wait: '<Play>/ringing.wav</Play><Redirect method="GET"/>',
  left: "<Say>You are out</Say>",
  notice: "<Say>This call is monitored</Say>",
};
let line: LiveLine;
beforeEach(async () => {
  line = await openLiveLine(DOCUMENTS);
});
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

function ring(
  callee?: Callee,
  options: Partial<
    Parameters<ReturnType<LiveLine["client"]["conferences"]>["participants"]["create"]>[0]
  > = {},
) {
  if (callee !== undefined) line.local.switchboard.phones.set(PHONE, callee);
  return line.client.conferences(ROOM).participants.create({
    ...{ from: LINE, to: PHONE, beep: "false", statusCallback: `${line.url}/phone` },
    statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
    ...options,
  });
}

const phoneStatuses = () =>
  line.told
    .filter(({ url }) => url.endsWith("/phone"))
    .map(({ at, parameters }) => [at, parameters.CallStatus]);
const events = () =>
  line.told
    .filter(({ url }) => url.endsWith("/events"))
    .map(({ parameters }) => parameters.StatusCallbackEvent);
const texts = (heard: readonly { text: string }[]) => [...new Set(heard.map(({ text }) => text))];

describe("a phone that is rung into a conference", () => {
  test("is a participant from the request on, joins when it answers, and talks", async () => {
    const talking = line.call(patient(60));
    await line.until(2);
    const created = await ring(
      { does: "answers", seconds: 20 },
      { label: "phone", endConferenceOnExit: true },
    );
    expect(created).toMatchObject({
      label: "phone",
      status: "queued",
      muted: false,
      endConferenceOnExit: true,
    });
    expect(created.queueTime).toBe("100");
    await line.until(4);
    const ringing = await line.client.conferences(created.conferenceSid).participants("phone").fetch();
    expect(ringing).toMatchObject({ callSid: created.callSid, status: "ringing" });
    const outcome = await talking;
    expect(texts(outcome.heard)).toEqual([`${line.url}/ringing.wav`, "conversation", "You are out"]);
    await line.local.switchboard.settled();
    expect(phoneStatuses()).toEqual([
      [2.1, "initiated"],
      [2.1, "ringing"],
      [6.1, "in-progress"],
      [26.1, "completed"],
    ]);
    expect(events()).toEqual([
      ...["participant-join", "participant-join", "conference-start"],
      ...["participant-leave", "participant-leave", "conference-end"],
    ]);
    const [phone] = line.local.switchboard.outcomes;
    expect(phone).toMatchObject({ callSid: created.callSid, status: "completed", hungUpBy: "caller" });
    const call = await line.client.calls(created.callSid).fetch();
    expect(call).toMatchObject({
      direction: "outbound-api",
      from: LINE,
      to: PHONE,
      status: "completed",
      duration: "20",
    });
  });

  test.each<[string, Callee | undefined, string, number]>([
    ["nobody answers: after the timeout and five seconds", { does: "no-answer" }, "no-answer", 17.1],
    ["it is answered too late", { does: "answers", after: 18 }, "no-answer", 17.1],
    ["it is busy", { does: "busy" }, "busy", 2.1],
    ["it cannot be reached", { does: "failed" }, "failed", 2.1],
    ["there is no such phone", undefined, "failed", 2.1],
  ])("%s", async (_case, callee, status, at) => {
    const talking = line.call(patient(30));
    await line.until(2);
    const { callSid } = await ring(callee, { timeout: 10 });
    await line.local.switchboard.settled();
    expect(phoneStatuses().at(-1)).toEqual([at, status]);
    const leave = line.told.find(({ parameters }) => parameters.StatusCallbackEvent === "participant-leave");
    expect(leave?.parameters).toMatchObject({
      CallSid: callSid,
      ReasonParticipantLeft: "participant_add_failed",
      ParticipantCallStatus: status,
    });
    expect((await line.client.calls(callSid).fetch()).status).toBe(status);
    await talking;
  });

  test("is asked for first: the caller meets it in the conference of that name", async () => {
    const { conferenceSid } = await ring({ does: "answers", seconds: 5 });
    const outcome = await line.call(patient(30));
    expect(texts(outcome.heard)).toContain("conversation");
    expect([...line.local.account.conferences.keys()]).toEqual([conferenceSid]);
    await line.local.switchboard.settled();
  });

  test("goes on ringing when its conference ends meanwhile, and is alone in a new one when it answers", async () => {
    const talking = line.call(patient(10));
    await line.until(2);
    await ring({ does: "answers", after: 20, party: patient(40) });
    await talking;
    await line.client.conferences((await open())[0] ?? "").update({ status: "completed" });
    await line.local.switchboard.settled();
    const [phone] = line.local.switchboard.outcomes;
    expect(phone?.heard.map(({ kind }) => kind)).toEqual(["play"]);
    expect(line.local.account.conferences.size).toBe(2);
  });
});

const open = async () => [...line.local.switchboard.rooms.keys()];

describe("a SIP phone", () => {
  test("shows any user name, and a display name; nobody registered is 480", async () => {
    const rung: unknown[] = [];
    line.local.switchboard.ringSip = (uri, { from, displayName }) => {
      rung.push({ uri, from, displayName });
      return undefined;
    };
    const callerDisplayName = "Grandma";
    await ring(undefined, { to: SIP, from: CALLER, callerDisplayName });
    await line.local.switchboard.settled();
    expect(rung).toEqual([{ uri: SIP, from: CALLER, displayName: "Grandma" }]);
    const last = line.told.at(-1)?.parameters;
    expect(last).toMatchObject({ CallStatus: "failed", SipResponseCode: "480", To: SIP, From: CALLER });
  });

  test("rings, and is told when its ringing is over", async () => {
    let over: AbortSignal | undefined;
    line.local.switchboard.ringSip = (_uri, ring) => {
      over = ring.over;
      return { does: "no-answer" };
    };
    const { callSid } = await ring(undefined, { to: SIP });
    await line.until(5);
    expect(over?.aborted).toBe(false);
    await line.client.calls(callSid).update({ status: "canceled" });
    await line.local.switchboard.settled();
    expect(over?.aborted).toBe(true);
    expect(line.told.at(-1)).toMatchObject({
      at: 5,
      parameters: { CallStatus: "canceled", SipResponseCode: "487" },
    });
  });
});

describe("a participant is changed", () => {
  test("muted, held, and asked to end the conference; each change is told once", async () => {
    const talking = line.call();
    await line.until(1);
    const { conferenceSid, callSid } = await ring({ does: "answers", party: patient(60) });
    await line.until(10);
    const phone = line.client.conferences(conferenceSid).participants(callSid);
    expect(await phone.update({ muted: true })).toMatchObject({ muted: true });
    await phone.update({ muted: true });
    expect(await line.client.conferences(conferenceSid).participants.list({ muted: true })).toHaveLength(1);
    await phone.update({ hold: true });
    await line.until(15);
    await phone.update({ hold: false, muted: false, endConferenceOnExit: true });
    await talking;
    await line.local.switchboard.settled();
    expect(events().slice(3, 8)).toEqual([
      ...[
        "participant-mute",
        "participant-hold",
        "participant-unmute",
        "participant-unhold",
        "participant-modify",
      ],
    ]);
    const music = "https://twimlets.com/holdmusic?Bucket=com.twilio.music.classical";
    const heard = line.local.switchboard.outcomes[0]?.heard.map(({ text }) => text);
    expect(heard).toEqual(["conversation", music, "conversation"]);
  });

  test("taken out: that call's Dial is over and its action follows; a phone that only rings is canceled", async () => {
    const talking = line.call();
    await line.until(1);
    const { conferenceSid, callSid } = await ring({ does: "no-answer" });
    await line.until(3);
    const participants = line.client.conferences(conferenceSid).participants;
    await participants(callSid).remove();
    await line.until(4);
    const [caller] = await participants.list();
    await participants(caller?.callSid ?? "").remove();
    const outcome = await talking;
    expect(texts(outcome.heard)).toEqual([`${line.url}/ringing.wav`, "You are out"]);
    expect(phoneStatuses().at(-1)).toEqual([3, "canceled"]);
    const [row] = line.local.account.conferences.values();
    expect(row?.reasonEnded).toBe("last-participant-kicked");
    await expect(participants.list()).resolves.toEqual([]);
  });

  test("announced to alone; the callback tells the end of it, with who heard it", async () => {
    const talking = line.call(patient(30));
    await line.until(1);
    const { conferenceSid, callSid } = await ring({ does: "answers", party: patient(60) });
    await line.until(10);
    await line.client
      .conferences(conferenceSid)
      .participants(callSid)
      .update({ announceUrl: `${line.url}/notice.xml`, announceMethod: "GET" });
    const outcome = await talking;
    await line.local.switchboard.settled();
    expect(texts(outcome.heard)).not.toContain("This call is monitored");
    expect(texts(line.local.switchboard.outcomes[0]?.heard ?? [])).toContain("This call is monitored");
    const end = line.told.find(({ parameters }) => parameters.StatusCallbackEvent === "announcement-end");
    expect(end).toMatchObject({
      at: 11.6,
      parameters: { CallSid: callSid, AnnounceUrl: `${line.url}/notice.xml` },
    });
  });
});

describe("refusals", () => {
  test.each([
    [{ to: "" }, 400, 21201],
    [{ from: "" }, 400, 21213],
    [{ to: "nobody" }, 400, 21211],
    [{ from: "kitchen" }, 400, 21212],
    [{ from: "+12125550177" }, 400, 21210],
    [{ timeout: 4 }, 400, 20001],
    [{ timeout: 601 }, 400, 20001],
    [{ label: "a/b" }, 400, 16024],
    // https://www.twilio.com/docs/api/errors/21609, 21626
    [{ statusCallback: "nowhere" }, 400, 21609],
    [{ statusCallbackEvent: ["queued"] }, 400, 21626],
  ])("%j", async (options, status, code) => {
    await expect(ring({ does: "answers" }, options)).rejects.toMatchObject({ status, code });
  });

  test("a label that another participant has: 16026", async () => {
    await ring({ does: "answers" }, { label: "phone" });
    await expect(ring({ does: "answers" }, { label: "phone" })).rejects.toMatchObject({
      status: 400,
      code: 16026,
    });
    await line.local.switchboard.settled();
  });

  test("a conference that has ended, or never was, takes nobody by its SID", async () => {
    await line.call(patient(5));
    const [sid = ""] = line.local.account.conferences.keys();
    for (const conference of [sid, `CF${"0".repeat(32)}`]) {
      const options = { from: LINE, to: PHONE };
      const request = line.client.conferences(conference).participants.create(options);
      await expect(request).rejects.toMatchObject({ status: 404 });
    }
  });

  test("what local Twilio does not do is refused by name", async () => {
    await expect(ring({ does: "answers" }, { record: true })).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining("Record of CreateParticipant"),
    });
    expect(line.local.journal.complaints.splice(0)).toEqual([expect.stringContaining("Record")]);
  });
});
