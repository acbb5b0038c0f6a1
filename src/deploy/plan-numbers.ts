import type { PhoneNumber, VoiceSettings } from "../account/phone-numbers";
import { type Change, leave, type PlanFacts, type Planner } from "./plan";
import { lineVoice } from "./voice-target";

/** The lines of the policy, and the numbers that are lines no more: those get back what they had before. */
export const planNumbers: Planner = (facts) => {
  const { project, observed } = facts;
  const wanted = wantedVoice(facts);
  const lines = project.lines.flatMap(({ number }) => {
    const found = observed.numbers.find((one) => one.number === number);
    return found === undefined ? [] : [planLine(found, wanted)];
  });
  return [...lines, ...planFormerLines(facts)];
};

/** The settings of every line; undefined while the flow or the domain is still to be made. */
function wantedVoice({ project, observed }: PlanFacts): VoiceSettings | undefined {
  const name = project.flows.find(({ bindings }) => bindings.attach === "numbers")?.name ?? "";
  const webhookUrl = observed.flows[name]?.webhookUrl;
  const domainName = observed.services.calls?.environment?.domainName;
  return webhookUrl && domainName ? lineVoice({ webhookUrl, domainName }) : undefined;
}

const NAMES: Readonly<Record<keyof VoiceSettings, string>> = {
  voiceUrl: "voice URL",
  voiceMethod: "method",
  voiceFallbackUrl: "fallback URL",
  voiceFallbackMethod: "fallback method",
  statusCallback: "status callback",
  statusCallbackMethod: "status callback method",
  voiceApplicationSid: "application",
  trunkSid: "trunk",
};

/** The settings that differ, each as a sentence. */
export function describeVoice(found: VoiceSettings, wanted: VoiceSettings): string[] {
  return settingNames()
    .filter((name) => found[name] !== wanted[name])
    .map((name) => `${NAMES[name]}: ${found[name] || "none"} -> ${wanted[name] || "none"}`);
}

function settingNames(): readonly (keyof VoiceSettings)[] {
  const isSetting = (name: string): name is keyof VoiceSettings => name in NAMES;
  return Object.keys(NAMES).filter(isSetting);
}

function planLine({ sid, number, voice }: PhoneNumber, wanted: VoiceSettings | undefined): Change {
  const details =
    wanted === undefined
      ? [`voice URL: ${voice.voiceUrl || "none"} -> the flow`, "fallback URL and status callback"]
      : describeVoice(voice, wanted);
  if (details.length === 0) return leave("number", number, "rings the flow");
  return {
    kind: "number",
    name: number,
    action: "change",
    details,
    steps: [{ do: "pointNumber", number, sid }],
  };
}

/** A number that its owner has pointed elsewhere since is left alone. */
function planFormerLines({ project, observed }: PlanFacts): Change[] {
  return Object.entries(observed.kept.deployment.numbers).flatMap(([number, { sid, before }]) => {
    const found = observed.numbers.find((one) => one.sid === sid);
    if (found === undefined || project.lines.some((line) => line.number === number)) return [];
    return [planRestore(found, before, isOurs(found.voice, observed.kept.deployment.flows))];
  });
}

/** What a number that is no line any more, or no longer shall be, gets back. */
export function planRestore(
  { sid, number, voice }: PhoneNumber,
  before: VoiceSettings,
  ours: boolean,
): Change {
  if (!ours) return leave("number", number, `points elsewhere by now: ${voice.voiceUrl || "nowhere"}`);
  const details = describeVoice(voice, before);
  const steps = [{ do: "restoreNumber", number, sid, before }] as const;
  return { kind: "number", name: number, action: "restore", details, steps };
}

/** What a number has whose calls go nowhere. */
const NOWHERE: VoiceSettings = {
  voiceUrl: "",
  voiceMethod: "POST",
  voiceFallbackUrl: "",
  voiceFallbackMethod: "POST",
  statusCallback: "",
  statusCallbackMethod: "POST",
  voiceApplicationSid: "",
  trunkSid: "",
};

/**
 * What to give back to a number later on. One that rings our flow already, although nothing is kept of it, must not get
 * back that very flow, which is gone by then.
 */
export function settingsBefore(voice: VoiceSettings, flows: Readonly<Record<string, string>>): VoiceSettings {
  return isOurs(voice, flows) ? NOWHERE : voice;
}

/** Whether a number's calls still go to one of our flows. */
export function isOurs({ voiceUrl }: VoiceSettings, flows: Readonly<Record<string, string>>): boolean {
  return Object.values(flows).some((sid) => voiceUrl.endsWith(`/Flows/${sid}`));
}
