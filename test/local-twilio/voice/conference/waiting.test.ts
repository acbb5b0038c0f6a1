import { endRoom } from "../../../../local-twilio/voice/conference/leave-room";
import { HOST, reply, requestsTo } from "../phone-line";
import { conference, heardBy, openMeeting } from "./meeting";

/* https://www.twilio.com/docs/voice/twiml/conference#attributes-waitUrl */
const ANN = "+12125550101";
const BOB = "+12125550102";

describe("waitUrl", () => {
  test("a document is played once, and silence after it", async () => {
    const meeting = openMeeting(
      { [ANN]: conference('waitUrl="/wait"') },
      { "/wait": "<Say>Hold on</Say><Play>/tune.mp3</Play><Pause/>" },
    );
    const outcome = await meeting.call(ANN, { until: 60 });
    expect(outcome.heard.map(({ text }) => text)).toEqual(["Hold on", `${HOST}/tune.mp3`, "silence"]);
    expect(requestsTo(meeting, "/wait").map(({ method }) => method)).toEqual(["POST"]);
  });

  test("a Redirect without a URL loops the document", async () => {
    const meeting = openMeeting(
      { [ANN]: conference('waitUrl="/wait" waitMethod="GET"') },
      { "/wait": "<Play>/ringing.wav</Play><Redirect/>" },
    );
    const outcome = await meeting.call(ANN, { until: 18 });
    expect(requestsTo(meeting, "/wait").map(({ at, method }) => [at, method])).toEqual([
      [0, "GET"],
      [5, "POST"],
      [10, "POST"],
      [15, "POST"],
    ]);
    expect(heardBy(outcome)).toHaveLength(4);
  });

  test("audio is played", async () => {
    const meeting = openMeeting(
      { [ANN]: conference('waitUrl="/tune.mp3" waitMethod="GET"') },
      { "/tune.mp3": reply(200, "audio/mpeg", "") },
    );
    expect(heardBy(await meeting.call(ANN, { until: 8 }))).toEqual([`${HOST}/tune.mp3`, `${HOST}/tune.mp3`]);
  });

  test("an empty one is silence, and nothing is requested", async () => {
    const meeting = openMeeting({ [ANN]: conference('waitUrl=""') });
    expect(heardBy(await meeting.call(ANN, { until: 8 }))).toEqual([]);
  });

  test("it ends when the conference starts", async () => {
    const meeting = openMeeting(
      {
        [ANN]: conference('waitUrl="/wait" beep="false"'),
        [BOB]: conference('waitUrl="/wait" beep="false"'),
      },
      { "/wait": "<Play>/ringing.wav</Play><Redirect/>" },
    );
    const [ann] = await Promise.all([meeting.call(ANN, { until: 30 }), meeting.call(BOB, { at: 7 })]);
    expect(ann.events.find(({ text }) => text === "conversation")?.at).toBe(7);
    expect(requestsTo(meeting, "/wait").map(({ at }) => at)).toEqual([0, 5]);
  });

  test("a request made meanwhile may end the conference, as a Function would over REST", async () => {
    const meeting = openMeeting(
      { [ANN]: `${conference('waitUrl="/wait"')}<Say>Nobody came</Say>` },
      { "/wait": '<Pause length="20"/><Redirect>/waited</Redirect>', "/waited": "<Say>Too late</Say>" },
      (path, { world }) => {
        const [room] = world.switchboard.rooms.values();
        if (path === "/waited" && room !== undefined) endRoom(room, "conference-ended-via-api");
      },
    );
    const outcome = await meeting.call(ANN, {});
    expect(heardBy(outcome)).toEqual(["Nobody came"]);
    expect(requestsTo(meeting, "/waited").map(({ at }) => at)).toEqual([20]);
  });

  test.each([
    ["the request fails", reply(500, "text/plain", "broken")],
    ["it holds a verb that is not allowed", "<Gather/>"],
    ["it leads to itself for ever without taking time", "<Redirect/>"],
  ])("when %s, the conference is not established and the action decides", async (_case, wait) => {
    const meeting = openMeeting(
      { [ANN]: conference('waitUrl="/wait"', 'action="/left"') },
      { "/wait": wait, "/left": "<Say>Sorry</Say>" },
    );
    const outcome = await meeting.call(ANN, {});
    expect(heardBy(outcome)).toEqual(["Sorry"]);
    expect(outcome.errors[0]?.message).toMatch(/^conference not established: /);
    expect(meeting.world.switchboard.rooms.size).toBe(0);
  });
});
