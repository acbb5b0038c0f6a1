import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../../local-twilio/local-twilio";
import type { CallOutcome } from "../../../../local-twilio/voice/call-outcome";
import type { Act, Moment, Party } from "../../../../local-twilio/voice/party";

export const LINE = "+12125550100";
export const CALLER = "+12125550101";
export const PHONE = "+12125550123";
const START = Date.parse("2026-01-05T15:00:00Z");

/** A callback that local Twilio made, with the simulated seconds since the start. */
export interface Told {
  readonly url: string;
  readonly at: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A local Twilio with one line, which answers with static TwiML; the helper library is the client. */
export interface LiveLine {
  readonly local: LocalTwilio;
  readonly told: Told[];
  /** Where the documents are. */
  readonly url: string;
  readonly client: ReturnType<typeof twilio>;
  /** Waits until so many simulated seconds after the start. */
  until(seconds: number): Promise<void>;
  call(party?: Party): Promise<CallOutcome>;
  close(): Promise<void>;
}

/**
 * @param documents TwiML without its root element, by name: `voice` is what the line answers
 * @param handlers bodies of Functions of `context` and `event`, by name
 */
export async function openLiveLine(
  documents: Readonly<Record<string, string>>,
  handlers: Readonly<Record<string, string>> = {},
): Promise<LiveLine> {
  const folder = writeDocuments(documents, handlers);
  const local = await startLocalTwilio({ now: START, seed: "live" });
  const { domainName } = await local.hostService({
    ...{ functionsDir: join(folder, "functions"), assetsDir: join(folder, "assets"), environment: {} },
  });
  const url = `http://${domainName}`;
  local.addNumber(LINE, { voiceUrl: `${url}/voice.xml`, voiceMethod: "GET" });
  const told: Told[] = [];
  const seconds = () => (local.clock.now() - START) / 1000;
  // Changes nothing: it only sees every callback that is made.
  local.switchboard.disturbance = (callback) => {
    told.push({ ...callback, at: seconds() });
    return undefined;
  };
  const close = async () => {
    await local.close();
    rmSync(folder, { recursive: true });
  };
  return {
    ...{ local, told, url, close, client: holdingClient(local) },
    until: (instant) => local.clock.sleep((instant - seconds()) * 1000),
    call: (party = patient()) =>
      local.receiveCall({ from: CALLER, to: LINE, party, callees: () => ({ does: "failed" }) }),
  };
}

/** The helper library, during whose requests no simulated time passes. */
function holdingClient({ account, clock }: LocalTwilio): ReturnType<typeof twilio> {
  const httpClient = new twilio.RequestClient();
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) => clock.hold(() => request(options));
  return twilio(account.sid, account.authToken, { httpClient });
}

function writeDocuments(
  documents: Readonly<Record<string, string>>,
  handlers: Readonly<Record<string, string>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-live-"));
  for (const name of ["functions", "assets"]) mkdirSync(join(folder, name));
  for (const [name, body] of Object.entries({ x: "callback(null, '')", ...handlers }))
    writeFileSync(
      join(folder, `functions/${name}.js`),
      `exports.handler = (context, event, callback) => { ${body} };`,
    );
  for (const [name, twiml] of Object.entries(documents))
    writeFileSync(join(folder, `assets/${name}.xml`), `<Response>${twiml}</Response>`);
  return folder;
}

/** Stays on the line whatever happens, and hangs up after so many seconds of it. */
export function patient(seconds = Number.POSITIVE_INFINITY): Party {
  let left = seconds;
  let asked = 0;
  return {
    during: async (moment: Moment): Promise<Act> => {
      const hangsUp = left < moment.seconds;
      asked = Math.min(left, moment.seconds);
      left -= asked;
      return { at: asked, does: hangsUp ? "hangUp" : "nothing" };
    },
    interrupted: (passed) => {
      left += asked - passed;
    },
  };
}

/** Somebody who acts once, at the first chance. */
export function speaking(text: string): Party {
  const { during, ...rest } = patient();
  let silent = false;
  return {
    ...rest,
    during: async (moment) => {
      if (silent || moment.heard.kind !== "conversation") return during(moment);
      silent = true;
      return { at: 1, does: "speak", text, seconds: 2 };
    },
  };
}
