import type { Twilio } from "twilio";
import type { MessageGateway, SendOutcome } from "./message-gateway";

/**
 * Programmable Messaging over Twilio's helper library, whose client sets the time limit of each request.
 * @see https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
 */
export function openMessages(client: Twilio): MessageGateway {
  return {
    send: async ({ to, from, body }) => {
      try {
        await client.messages.create({ to, from, body });
        return { outcome: "taken" };
      } catch (failure) {
        return refusalIn(failure);
      }
    },
  };
}

/** A status of 400 to 499 says that nothing was sent. @throws `failure`, when it says nothing about that */
function refusalIn(failure: unknown): SendOutcome {
  if (typeof failure !== "object" || failure === null || !("status" in failure)) throw failure;
  const { status } = failure;
  if (typeof status !== "number" || status < 400 || status > 499) throw failure;
  const code = "code" in failure && typeof failure.code === "number" ? failure.code : undefined;
  return { outcome: "refused", code };
}
