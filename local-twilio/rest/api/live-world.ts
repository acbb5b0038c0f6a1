import type { Inventory } from "../../inventory";
import type { Messages } from "../../messages";
import type { VoiceWorld } from "../../voice/voice-world";
import type { Route } from "../route";
import type { ApiWorld } from "./api-world";
import { availableNumberRoutes } from "./available-numbers";
import { conferenceRoutes } from "./conferences";
import { liveCallRoutes } from "./live-calls";
import { messageRoutes } from "./messages";
import { participantRoutes } from "./participants";

/** What operations on what is going on work on: the API's world, its messages, what is for sale, and the voice engine that lives through the calls. */
export interface LiveWorld extends ApiWorld {
  readonly voice: VoiceWorld;
  readonly messages: Messages;
  readonly inventory: Inventory;
}

/** The operations of api.twilio.com that change calls in progress, and those on messages and on numbers for sale. */
export function liveRoutes(world: LiveWorld): readonly Route[] {
  return [
    ...liveCallRoutes(world),
    ...conferenceRoutes(world),
    ...participantRoutes(world),
    ...messageRoutes(world),
    ...availableNumberRoutes(world),
  ];
}
