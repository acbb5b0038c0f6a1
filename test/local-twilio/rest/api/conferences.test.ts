import { type LiveLine, openLiveLine, patient } from "./live-line";

/* The helper library as the client; https://www.twilio.com/docs/voice/api/conference-resource */
const DOCUMENTS = {
  voice: `<Dial action="/left.xml" method="GET"><Conference beep="false"
    statusCallback="/events" statusCallbackEvent="start end join leave announcement">room</Conference></Dial>`,
  left: "<Say>You are out</Say>",
  notice: '<Say>This call is recorded</Say><Pause/><Redirect method="GET">/tune.xml</Redirect>',
  tune: "<Play>/tune.mp3</Play>",
};
let line: LiveLine;
beforeEach(async () => {
  line = await openLiveLine(DOCUMENTS);
});
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

const texts = (heard: readonly { text: string }[]) => heard.map(({ text }) => text);

test("a conference is listed by status and name; in-progress ones when no status is asked for", async () => {
  const calls = [line.call(patient(20))];
  await line.until(5);
  const { conferences } = line.client;
  expect(await conferences.list()).toEqual([]);
  const [init] = await conferences.list({ status: "init" });
  expect(init).toMatchObject({
    friendlyName: "room",
    status: "init",
    reasonConferenceEnded: null,
    region: "us1",
  });
  calls.push(line.call(patient(30)));
  await line.until(10);
  expect(await conferences.list({ friendlyName: "room" })).toMatchObject([
    { sid: init?.sid, status: "in-progress" },
  ]);
  expect(await conferences.list({ friendlyName: "other" })).toEqual([]);
  const [, last] = await Promise.all(calls);
  expect(await conferences.list({ status: "completed" })).toMatchObject([{ sid: init?.sid }]);
  const fetched = await conferences(init?.sid ?? "").fetch();
  expect(fetched).toMatchObject({
    reasonConferenceEnded: "last-participant-left",
    callSidEndingConference: last?.callSid,
  });
  await expect(conferences(`CF${"0".repeat(32)}`).fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
  });
});

test("Status=completed ends it: everybody's Dial is over and the action follows", async () => {
  const calls = [line.call(), line.call()];
  await line.until(10);
  const [conference] = await line.client.conferences.list();
  const updated = await line.client.conferences(conference?.sid ?? "").update({ status: "completed" });
  expect(updated).toMatchObject({ status: "completed", reasonConferenceEnded: "conference-ended-via-api" });
  for (const outcome of await Promise.all(calls)) {
    expect(texts(outcome.heard).at(-1)).toBe("You are out");
    expect(outcome.hungUpBy).toBe("twilio");
    await outcome.afterwards;
  }
  const left = line.told.filter(({ parameters }) => parameters.StatusCallbackEvent === "participant-leave");
  expect(left.map(({ parameters }) => parameters.ReasonParticipantLeft)).toEqual([
    "conference_ended_via_api",
    "conference_ended_via_api",
  ]);
  expect(line.told.at(-1)?.parameters).toMatchObject({
    StatusCallbackEvent: "conference-end",
    ReasonConferenceEnded: "conference-ended-via-api",
  });
  expect(await line.client.conferences(conference?.sid ?? "").update({ status: "completed" })).toMatchObject({
    status: "completed",
  });
});

test("AnnounceUrl is heard by everybody, and its end is told", async () => {
  const calls = [line.call(patient(60)), line.call(patient(60))];
  await line.until(10);
  const [conference] = await line.client.conferences.list();
  const announceUrl = `${line.url}/notice.xml`;
  await line.client.conferences(conference?.sid ?? "").update({ announceUrl, announceMethod: "GET" });
  for (const { heard } of await Promise.all(calls))
    expect(texts(heard).slice(-5)).toEqual([
      ...["conversation", "This call is recorded", "silence", `${line.url}/tune.mp3`, "conversation"],
    ]);
  const end = line.told.find(({ parameters }) => parameters.StatusCallbackEvent === "announcement-end");
  expect(end?.at).toBeCloseTo(10 + 4 * 0.4 + 1 + 5);
  expect(end?.parameters.AnnounceUrl).toBe(announceUrl);
  expect(end?.parameters).not.toHaveProperty("CallSid");
});

test("an announcement that cannot be had is an error of a call in the conference, and not told", async () => {
  const calls = [line.call(patient(30)), line.call(patient(30))];
  await line.until(10);
  const [conference] = await line.client.conferences.list();
  await line.client.conferences(conference?.sid ?? "").update({ announceUrl: `${line.url}/none.xml` });
  const [first] = await Promise.all(calls);
  expect(first?.errors).toEqual([{ code: 11200, message: expect.stringContaining("announcement") }]);
  expect(line.told.map(({ parameters }) => parameters.StatusCallbackEvent)).not.toContain("announcement-end");
});
