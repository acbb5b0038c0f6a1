import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks";
import { type FactSource, gathering } from "../fact-source";

/** How a probe was answered. `status` is undefined when no answer came; then `body` says why. */
export interface ProbeAnswer {
  readonly status: number | undefined;
  readonly body: string;
}

/** The deployed Service, asked as Twilio would ask it, and as anybody might. */
export interface Probes {
  readonly domainName: string;
  /** A protected Function with Twilio's signature. */
  readonly signed: ProbeAnswer;
  /** The same without. */
  readonly unsigned: ProbeAnswer;
  /** The static Asset that takes messages when all else is down. */
  readonly fallback: ProbeAnswer;
}

/** It reads nothing and writes nothing, so that asking it changes nothing. */
export const PROBED_FUNCTION = "/incoming/reject";
export const FALLBACK_ASSET = "/fallback.xml";

/** Longer than Twilio lets a Function run: ten seconds. */
const PROBE_MS = 12_000;

export const probesSource: FactSource<Probes> = gathering({
  lacking: "the Functions cannot be asked",
  needs: ["account", "liveService"],
  seconds: 15,
  gather: async ({ account, liveService }) => {
    const { domainName } = liveService.environment;
    const url = `https://${domainName}${PROBED_FUNCTION}`;
    const parameters = { reason: "busy" };
    const signature = getExpectedTwilioSignature(account.credentials.authToken, url, parameters);
    const body = () => new URLSearchParams(parameters);
    const headers = { "x-twilio-signature": signature };
    const [signed, unsigned, fallback] = await Promise.all([
      probe(url, { method: "POST", headers, body: body() }),
      probe(url, { method: "POST", body: body() }),
      probe(`https://${domainName}${FALLBACK_ASSET}`, {}),
    ]);
    return { domainName, signed, unsigned, fallback };
  },
});

/** Asks once, and takes whatever comes for an answer. */
export async function probe(url: string, init: RequestInit): Promise<ProbeAnswer> {
  try {
    const reply = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(PROBE_MS) });
    return { status: reply.status, body: await reply.text() };
  } catch (failure) {
    return { status: undefined, body: failure instanceof Error ? failure.message : String(failure) };
  }
}
