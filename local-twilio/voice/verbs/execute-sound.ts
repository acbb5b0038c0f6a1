import { attend } from "../attend";
import { NEXT_VERB, type Next } from "../document-request";
import { answer, type Leg } from "../leg";
import type { Heard } from "../party";
import { playings, type Sound } from "../sound";

/** Say and Play answer the call and are heard to their end; keys pressed meanwhile are lost. */
export async function executeSound(leg: Leg, sound: Sound): Promise<Next> {
  answer(leg);
  for (const { heard, seconds } of playings([sound])) {
    const moment = { heard: resolveHeard(leg, heard), seconds, awaits: "nothing" } as const;
    const act = await attend(leg, moment);
    if (act.does === "hangUp") return { kind: "end" };
  }
  return NEXT_VERB;
}

/** A played file is heard under its absolute URL; `digits` stay as they are. */
export function resolveHeard({ documentUrl }: Pick<Leg, "documentUrl">, heard: Heard): Heard {
  const isFile = heard.kind === "play" && !/^[\dA-D*#wW]+$/.test(heard.text);
  if (!URL.canParse(heard.text, documentUrl)) return heard;
  return isFile ? { kind: "play", text: new URL(heard.text, documentUrl).href } : heard;
}
