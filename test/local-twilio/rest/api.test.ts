import type { CallRow, RecordingRow } from "../../../local-twilio/account";
import { type Rest, START, startRest } from "./rest-client";

/* Sources: schemas and examples of twilio_api_v2010.json, which also judge every reply here; pages as named. */
let rest: Rest;
let base: string;
beforeEach(async () => {
  rest = await startRest();
  base = `/2010-04-01/Accounts/${rest.account.sid}`;
});
afterEach(async () => {
  await rest.close();
  expect(rest.journal.complaints).toEqual([]);
});
const get = (path: string) => rest.send(`GET ${base}${path}`, { host: "api.twilio.com" });

function addCall(more: Partial<CallRow> = {}): CallRow {
  const call: CallRow = {
    ...{ sid: rest.sids("CA"), from: "+12125550101", to: "+12125550100", direction: "inbound" },
    ...{ dateCreated: START, startTime: START, status: "in-progress", ...more },
  };
  rest.account.calls.set(call.sid, call);
  return call;
}

function addRecording(call: CallRow, more: Partial<RecordingRow> = {}): RecordingRow {
  const recording: RecordingRow = {
    ...{ sid: rest.sids("RE"), callSid: call.sid, dateCreated: START, startTime: START, duration: 6 },
    ...{ source: "RecordVerb", status: "completed", speech: "Hi", ...more },
  };
  rest.account.recordings.set(recording.sid, recording);
  return recording;
}

describe("Calls", () => {
  test("a finished call reads as in Twilio's example of FetchCall", async () => {
    const call = addCall({
      status: "completed",
      endTime: START + 15_000,
      duration: 15,
      forwardedFrom: "+12125550102",
    });
    expect((await get(`/Calls/${call.sid}.json`)).body).toMatchObject({
      ...{ sid: call.sid, status: "completed", duration: "15", direction: "inbound" },
      ...{ from: "+12125550101", from_formatted: "(212) 555-0101", forwarded_from: "+12125550102" },
      ...{ start_time: "Mon, 05 Jan 2026 15:00:00 +0000", end_time: "Mon, 05 Jan 2026 15:00:15 +0000" },
      ...{ caller_name: null, parent_call_sid: null, api_version: "2010-04-01" },
      uri: `${base}/Calls/${call.sid}.json`,
    });
  });

  test("a call that is not over has neither end nor duration; a caller may be any text", async () => {
    const call = addCall({ from: "anonymous" });
    const { body } = await get(`/Calls/${call.sid}.json`);
    expect(body).toMatchObject({
      end_time: null,
      duration: null,
      from: "anonymous",
      from_formatted: "anonymous",
    });
  });

  test("`initiated` is no status of the API: its enumeration lacks it [call_enum_status]", async () => {
    expect((await get(`/Calls/${addCall({ status: "initiated" }).sid}.json`)).body.status).toBe("queued");
  });

  test("the list is newest first, filtered and paged [https://www.twilio.com/docs/voice/api/call-resource]", async () => {
    const calls = [0, 1, 2, 3].map((hour) =>
      addCall({ startTime: START + hour * 3_600_000, from: hour === 3 ? "+12125550109" : "+12125550101" }),
    );
    const sids = async (query: string) =>
      (await get(`/Calls.json${query}`)).body.calls.map(({ sid }: CallRow) =>
        calls.findIndex((call) => call.sid === sid),
      );
    expect(await sids("")).toEqual([3, 2, 1, 0]);
    expect(await sids("?From=%2B12125550109")).toEqual([3]);
    expect(await sids("?Status=completed")).toEqual([]);
    expect(await sids("?StartTime%3E=2026-01-05T17:00:00Z")).toEqual([3, 2]);
    expect(await sids("?StartTime%3C=2026-01-05T16:00:00Z")).toEqual([1, 0]);
    expect(await sids("?StartTime=2026-01-06T00:00:00Z")).toEqual([]);
    expect(await sids("?EndTime%3E=2026-01-05T00:00:00Z")).toEqual([]);
    const first = (await get("/Calls.json?PageSize=3")).body;
    expect(first).toMatchObject({ page: 0, page_size: 3, start: 0, end: 2, previous_page_uri: null });
    const second = (await rest.send(`GET ${first.next_page_uri}`, { host: "api.twilio.com" })).body;
    expect(second).toMatchObject({ page: 1, start: 3, end: 3, next_page_uri: null });
    expect(second.calls).toHaveLength(1);
  });

  test("another account's, and unknown ones, are 404", async () => {
    const call = addCall();
    const other = `/2010-04-01/Accounts/AC${"0".repeat(32)}/Calls/${call.sid}.json`;
    expect((await rest.send(`GET ${other}`, { host: "api.twilio.com" })).status).toBe(404);
    expect((await get(`/Calls/CA${"0".repeat(32)}.json`)).body.code).toBe(20404);
  });

  test("making a call over REST is refused by name", async () => {
    const form = { To: "+12125550101", From: "+12125550100" };
    expect(
      (await rest.send(`POST ${base}/Calls.json`, { host: "api.twilio.com", form })).body.message,
    ).toContain("CreateCall");
    expect(rest.journal.complaints.splice(0)).toHaveLength(1);
  });
});

describe("Recordings", () => {
  test("are read, listed, listed by call, and deleted", async () => {
    const [call, other] = [addCall(), addCall()];
    const recording = addRecording(call);
    addRecording(other, { dateCreated: START + 1000 });
    expect((await get(`/Recordings/${recording.sid}.json`)).body).toMatchObject({
      ...{ call_sid: call.sid, duration: "6", source: "RecordVerb", status: "completed" },
      media_url: `https://api.twilio.com${base}/Recordings/${recording.sid}`,
    });
    expect((await get("/Recordings.json")).body.recordings).toHaveLength(2);
    expect((await get(`/Recordings.json?CallSid=${call.sid}`)).body.recordings).toHaveLength(1);
    expect((await get(`/Calls/${call.sid}/Recordings.json`)).body.recordings).toMatchObject([
      { sid: recording.sid },
    ]);
    const path = `${base}/Recordings/${recording.sid}.json`;
    expect((await rest.send(`DELETE ${path}`, { host: "api.twilio.com" })).status).toBe(204);
    expect((await get(`/Recordings/${recording.sid}.json`)).status).toBe(404);
  });

  test("without sound have no media", async () => {
    const recording = addRecording(addCall(), { status: "absent", duration: 0 });
    expect((await get(`/Recordings/${recording.sid}.mp3`)).status).toBe(404);
  });

  test("media asks for credentials", async () => {
    const path = `${base}/Recordings/${addRecording(addCall()).sid}.mp3`;
    expect((await rest.send(`GET ${path}`, { host: "api.twilio.com", credentials: "" })).status).toBe(401);
  });

  // https://support.twilio.com/hc/en-us/articles/15827821586843 ("Enforce HTTP Auth on Media URLs")
  test("media, and nothing else, is open to everybody when the account does not enforce authentication", async () => {
    rest.account.enforceMediaAuth = false;
    const { sid } = addRecording(addCall());
    const status = async (line: string) =>
      (await rest.send(line, { host: "api.twilio.com", credentials: "" })).status;
    const media = `GET ${base}/Recordings/${sid}`;
    const open = [await status(media), await status(`${media}.mp3`), await status(`${media}.wav`)];
    expect(open).toEqual([200, 200, 200]);
    expect(await status(`GET ${base}/Recordings/RE${"0".repeat(32)}.mp3`)).toBe(404);
    expect(await status(`GET /2010-04-01/Accounts/AC${"0".repeat(32)}/Recordings/${sid}`)).toBe(404);
    const shut = [
      media.replace("GET", "DELETE"),
      `${media}.json`,
      `DELETE ${base}/Recordings/${sid}.json`,
      `GET ${base}/Recordings.json`,
    ];
    for (const line of shut) expect(await status(line)).toBe(401);
    expect(await status("GET /v1/Services")).toBe(401);
  });

  // The RIFF/WAVE header of the Multimedia Programming Interface specification; 8 kHz, 16 bit:
  // https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
  test.each(["", ".wav"])("media at %j is a WAV file of the recording's length", async (extension) => {
    const reply = await get(`/Recordings/${addRecording(addCall()).sid}${extension}`);
    expect(reply.headers["content-type"]).toBe("audio/x-wav");
    const file = reply.bytes;
    expect([file.toString("latin1", 0, 4), file.toString("latin1", 8, 16)]).toEqual(["RIFF", "WAVEfmt "]);
    expect(file.readUInt32LE(4)).toBe(file.length - 8);
    const [rate, align, data] = [file.readUInt32LE(24), file.readUInt16LE(32), file.readUInt32LE(40)];
    expect([rate, align, data / align / rate, data + 44]).toEqual([8000, 2, 6, file.length]);
  });

  test("media at .mp3 is MPEG-2 Layer III frames for the recording's length", async () => {
    const reply = await get(`/Recordings/${addRecording(addCall()).sid}.mp3`);
    expect(reply.headers["content-type"]).toBe("audio/mpeg");
    const seconds = secondsOfMp3(reply.bytes);
    expect(seconds).toBeGreaterThanOrEqual(6);
    expect(seconds).toBeLessThan(6.05);
  });
});

/** Walks the frames as ISO/IEC 13818-3 defines their headers: MPEG-2 (LSF), Layer III. */
function secondsOfMp3(file: Buffer): number {
  const BITRATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
  const RATES = [22_050, 24_000, 16_000];
  let [at, seconds] = [0, 0];
  while (at < file.length) {
    const header = file.readUInt32BE(at);
    expect([header >>> 21, (header >>> 19) & 3, (header >>> 17) & 3]).toEqual([0x7ff, 2, 1]);
    const bitrate = (BITRATES[(header >>> 12) & 15] ?? 0) * 1000;
    const rate = RATES[(header >>> 10) & 3] ?? 0;
    at += Math.floor((72 * bitrate) / rate) + ((header >>> 9) & 1);
    seconds += 576 / rate;
  }
  expect(at).toBe(file.length);
  return seconds;
}
