import type { RingIntoConference } from "../../../src/runtime/voice-gateway";
import { FakeVoice } from "../../src/runtime/fake-voice";

/** What happens to a request instead of its being served: a status, no answer at all, or an answer that comes too late. */
export type VoiceTrouble = number | "reset" | "slow";
/** A request, such as `POST Participants`. */
export type Break = (request: string) => VoiceTrouble | undefined;

const fail = (status?: number) =>
  Object.assign(new Error(status === undefined ? "socket hang up" : `Twilio answered ${status}`), { status });

/**
 * As much of the helper library as calls in progress are reached through, over `FakeVoice`: failures carry an HTTP
 * status, and what is slow is given up after the client's time limit, though Twilio may have done it.
 * @see node_modules/twilio/lib/base/RequestClient.js
 */
export class FakeCalls {
  readonly voice = new FakeVoice();
  readonly requests: string[] = [];
  /** The caller's own call. */
  callStatus = "in-progress";
  broken: Break = () => undefined;

  client() {
    const { voice } = this;
    return {
      calls: (sid: string) => ({
        fetch: () => this.#serve("GET Calls", async () => ({ from: "", to: "", status: this.callStatus })),
        update: () => this.#serve("POST Calls", () => voice.endCall(sid)),
        recordings: {
          create: ({ recordingStatusCallback }: { recordingStatusCallback: string }) =>
            this.#serve("POST Recordings", () => voice.recordCall(sid, recordingStatusCallback)),
        },
      }),
      conferences: Object.assign((sid: string) => this.#conference(sid), {
        list: ({ friendlyName, status }: { friendlyName: string; status: string }) =>
          this.#serve("GET Conferences", async () => {
            const found = status === "init" ? await voice.findConference(friendlyName) : undefined;
            return found === undefined ? [] : [{ sid: found }];
          }),
      }),
    };
  }

  #conference(sid: string) {
    const { voice } = this;
    type Update = { readonly announceUrl?: string };
    type Ring = Record<"from" | "to" | "statusCallback" | "conferenceStatusCallback", string> & {
      readonly timeout: number;
    };
    const create = ({ timeout, ...ring }: Ring) => {
      const told: RingIntoConference = { ...ring, conference: sid, timeoutSeconds: timeout };
      return this.#serve("POST Participants", () => voice.ringIntoConference(told));
    };
    return {
      update: ({ announceUrl }: Update) =>
        announceUrl === undefined
          ? this.#serve("POST Conferences", () => voice.completeConference(sid))
          : this.#serve("POST announcement", () => voice.announce(sid, announceUrl)),
      participants: Object.assign(
        (callSid: string) => ({
          fetch: () =>
            this.#serve("GET Participants", async () => {
              if (await voice.isInConference(sid, callSid)) return {};
              throw fail(404);
            }),
          remove: () => this.#serve("DELETE Participants", () => voice.removeParticipant(sid, callSid)),
        }),
        { create },
      ),
    };
  }

  async #serve<T>(request: string, serve: () => Promise<T>): Promise<T> {
    this.requests.push(request);
    const trouble = this.broken(request);
    if (typeof trouble === "number") throw fail(trouble);
    if (trouble === "reset") throw fail();
    const served = await serve();
    if (trouble !== "slow") return served;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    throw fail();
  }
}
