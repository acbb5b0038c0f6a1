import { requestsTo, speak } from "../phone-line";
import { conference, openMeeting } from "./meeting";

/* https://www.twilio.com/docs/voice/twiml/conference#attributes-record, #attributes-recordingStatusCallback */
const ANN = "+12125550101";
const BOB = "+12125550102";
const CALLBACK = 'recordingStatusCallback="/recorded" recordingStatusCallbackEvent="in-progress completed"';

test("Example 8: recording begins when the first two participants are bridged, and tells its callback", async () => {
  const record = conference(`record="record-from-start" beep="false" ${CALLBACK}`);
  const meeting = openMeeting(
    { [ANN]: record, [BOB]: conference('beep="false" muted="true"') },
    { "/recorded": "" },
  );
  const outcomes = await Promise.all([
    meeting.call(ANN, { until: 40, acts: [{ ...speak("hello there", 2), when: 20 }] }),
    meeting.call(BOB, { at: 10, until: 41, acts: [{ ...speak("nobody hears", 2), when: 25 }] }),
  ]);
  await Promise.all(outcomes.map(({ afterwards }) => afterwards));
  const [row] = meeting.world.account.conferences.values();
  const [recording] = meeting.world.account.recordings.values();
  expect(recording).toMatchObject({
    conferenceSid: row?.sid,
    source: "Conference",
    status: "completed",
    duration: 31,
    speech: "hello there",
  });
  const [started, completed] = requestsTo(meeting, "/recorded");
  expect([started?.at, completed?.at]).toEqual([10, 42]);
  expect(completed?.parameters).toEqual({
    AccountSid: meeting.world.account.sid,
    ConferenceSid: row?.sid,
    RecordingSid: recording?.sid,
    RecordingUrl: expect.stringContaining(`/Recordings/${recording?.sid}`),
    RecordingStatus: "completed",
    RecordingDuration: "31",
    RecordingChannels: "1",
    RecordingStartTime: "Mon, 05 Jan 2026 15:00:10 +0000",
    RecordingSource: "Conference",
    RecordingTrack: "both",
    ErrorCode: "0",
  });
});

test("nobody's waiting is recorded", async () => {
  const meeting = openMeeting({ [ANN]: conference('record="record-from-start"') });
  await meeting.call(ANN, { until: 40 });
  expect(meeting.world.account.recordings.size).toBe(0);
});
