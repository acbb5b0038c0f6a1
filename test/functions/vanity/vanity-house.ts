import type { Policy } from "../../../src/policy/line";
import type { Handler } from "../../../src/runtime/answer-request";
import { type FakeWiring, fakeWiring } from "../../src/mail/fake-wiring";
import { callSid, LINE, line, NOON } from "../../src/policy/samples";
import { NUMBER } from "../../src/policy/vanity/vanity-samples";
import { FakeResponse, run } from "../../src/runtime/fake-runtime";
import { FakeSync, type Trouble } from "../../src/store/fake-sync";

export const SID = callSid("a");
/** As the flow sends it at the beginning. */
const CALL = { CallSid: SID, From: NUMBER, To: LINE };

/** A house that tells what numbers spell, called as the flow calls it, about the call `a` from the sample number. */
export class VanityHouse {
  readonly sync: FakeSync;
  readonly wiring: FakeWiring = fakeWiring({ random: () => 0.5 });

  /** @param before says what goes wrong with requests to Sync */
  constructor(policy: Partial<Policy> = {}, before?: (request: string) => Promise<Trouble> | Trouble) {
    Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
    this.sync = new FakeSync(before);
    this.wiring.clock = NOON;
    this.wiring.gateway = () => this.sync;
    this.wiring.assetPath = (path) => path;
    this.wiring.policyNow = {
      country: "US",
      timezone: "America/New_York",
      owner: { name: "Ann" },
      lines: { [LINE]: line({ rules: ["vanity"], name: "Example Limited" }) },
      ...policy,
    };
  }

  /** The reply of a Function, by its keys. */
  async ask(handler: Handler, parameters: Record<string, string> = {}): Promise<Record<string, string>> {
    const { status, body } = await run(handler, { ...CALL, ...parameters });
    expect(status).toBe(200);
    return Object.fromEntries(Object.entries(Object(body)).map(([key, value]) => [key, String(value)]));
  }
}
