import { parseSsml } from "../twiml/parse-ssml";
import type { Verb } from "../twiml/verb";
import type { WidgetContext } from "./widget";

interface Prompt {
  readonly say?: string;
  readonly play?: string;
  readonly digits?: string;
  readonly voice?: string;
  readonly language?: string;
  readonly loop?: number;
}

/** The verb that speaks or plays a widget's prompt; none when there is nothing to be heard. */
export function renderPrompt(prompt: Prompt, { liquid }: Pick<WidgetContext, "liquid">): readonly Verb[] {
  const { loop } = prompt;
  const text = liquid(prompt.say);
  if (text !== "")
    return [{ name: "Say", attributes: { ...speech(prompt, liquid), loop }, children: parseSsml(text) }];
  const url = liquid(prompt.play).trim();
  if (url !== "") return [{ name: "Play", attributes: { loop }, children: [url] }];
  const digits = liquid(prompt.digits).trim();
  return digits === "" ? [] : [{ name: "Play", attributes: { digits, loop } }];
}

/** Newer exports write "default", which is no voice and no language of `<Say>`: there it means to give none. */
function speech({ voice, language }: Prompt, liquid: WidgetContext["liquid"]) {
  const given = (value: string) => (value === "" || value === "default" ? undefined : value);
  return { voice: given(liquid(voice)), language: given(liquid(language)) };
}
