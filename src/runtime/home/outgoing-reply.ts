import type { Authorization } from "../../policy/home/outbound-call";
import { type RefusalName, refusalText } from "../../policy/home/outgoing-texts";
import { ticketFor } from "../../policy/home/ticket";
import type { Policy } from "../../policy/line";
import { emergencyNumbersOf } from "../../telephony/emergency-numbers";
import { speakable } from "../../twiml/speakable";

/** What the flow is told of a call from the home's phone. Every key is always there: Studio keeps what an earlier answer said. */
export interface OutgoingReply {
  readonly action: "connect" | "owner" | "refuse";
  readonly reason: string;
  readonly trace: readonly string[];
  /** What to dial, or what to ask the owner about. */
  readonly to: string;
  readonly callerId: string;
  readonly say: string;
  /** In seconds; 0 for who is not connected. */
  readonly timeLimit: number;
  /** Lets `home/ask-owner` ask about this number in this call. */
  readonly ticket: string;
  /** The day whose minutes the call takes, `YYYY-MM-DD`; "" for one that takes none. */
  readonly usageDay: string;
}

/** What the purpose of a ticket is called: no ticket for one is good for the other. */
export const TICKETS = { asking: "ask-owner", answering: "whisper" } as const;

/** What a reply is about. `secret` undefined: there is none to make tickets with, and the owner cannot be asked. */
export interface ReplyFor {
  readonly callSid: string;
  readonly policy: Policy;
  readonly secret: string | undefined;
}

/** An authorization as the flow reads it. */
export function outgoingReply({ ruling, trace }: Authorization, about: ReplyFor): OutgoingReply {
  const { callSid, policy, secret } = about;
  const { action, reason } = ruling;
  const common = { ...NOTHING, action, reason, trace, callerId: policy.home?.callerId ?? "" };
  switch (ruling.action) {
    case "connect":
      return { ...common, to: ruling.to, timeLimit: ruling.timeLimit };
    case "owner": {
      if (secret === undefined)
        return refusalReply("unlisted", {
          ...about,
          reason: "the owner cannot be asked: there is no LINK_SECRET",
          trace,
        });
      return { ...common, to: ruling.to, ticket: ticketFor(secret, TICKETS.asking, callSid, ruling.to) };
    }
    case "refuse":
      return { ...common, say: refusalSentence(ruling.why, policy.country) };
  }
}

/** A refusal that no check has given. */
export function refusalReply(
  why: RefusalName,
  { policy, reason, trace }: Pick<ReplyFor, "policy"> & Pick<OutgoingReply, "reason" | "trace">,
): OutgoingReply {
  const say = refusalSentence(why, policy.country);
  return { ...NOTHING, callerId: policy.home?.callerId ?? "", reason, trace: [...trace, reason], say };
}

const NOTHING: OutgoingReply = {
  action: "refuse",
  reason: "",
  trace: [],
  to: "",
  callerId: "",
  say: "",
  timeLimit: 0,
  ticket: "",
  usageDay: "",
};

function refusalSentence(why: RefusalName, country: string): string {
  return speakable(refusalText(why, emergencyNumbersOf(country)[0] ?? ""));
}
