import type { VoiceWorld } from "../../voice/voice-world";
import type { Route } from "../route";
import type { ApiWorld } from "./api-world";
import { conferenceRoutes } from "./conferences";
import { liveCallRoutes } from "./live-calls";
import { participantRoutes } from "./participants";

/** What operations on live calls work on: the API's world, and the voice engine that lives through the calls. */
export interface LiveWorld extends ApiWorld {
  readonly voice: VoiceWorld;
}

/** The operations of api.twilio.com that change calls in progress. */
export function liveRoutes(world: LiveWorld): readonly Route[] {
  return [...liveCallRoutes(world), ...conferenceRoutes(world), ...participantRoutes(world)];
}
