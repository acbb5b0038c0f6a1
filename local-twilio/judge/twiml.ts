import { childElements, parseTwiml, type TwimlElement } from "../voice/parse-twiml";
import { type ElementGrammar, loadTwimlGrammar, type TwimlGrammar } from "./twiml-grammar";
import { judgeValue } from "./twiml-value";

/**
 * Values that Twilio documents although its classes leave them out. `true` and `false` of `record` are kept "for
 * backward compatibility". @see https://www.twilio.com/docs/voice/twiml/dial#attributes-record
 */
const ALSO_ALLOWED: ReadonlySet<string> = new Set(["Dial record=true", "Dial record=false"]);

/** `<Response>` itself: its attributes are left alone, since old documents name a schema there. */
const ROOT: ElementGrammar = { className: "VoiceResponse", attributes: {}, text: false };

/**
 * Makes the judge of TwiML documents: its complaints begin with Twilio's error code, 12100 for a document that cannot
 * be read and 12200 for each thing that Twilio's grammar does not know. No complaint means that Twilio would have none.
 * @see https://www.twilio.com/docs/api/errors/12200
 */
export function createTwimlJudge(): (xml: string) => string[] {
  const grammar = loadTwimlGrammar();
  return (xml) => {
    const parsed = parseTwiml(xml);
    if (!parsed.ok) return [`12100 ${parsed.problem}`];
    const { response } = parsed;
    return [...judgeText(ROOT, response), ...judgeChildren(grammar, ROOT.className, response)];
  };
}

function judgeChildren(grammar: TwimlGrammar, className: string, element: TwimlElement): string[] {
  return childElements(element).flatMap((child) => {
    const known = grammar[className]?.[child.name];
    if (known === undefined) return [`12200 <${child.name}> is not allowed in <${element.name}>`];
    return [
      ...judgeAttributes(known, child),
      ...judgeText(known, child),
      ...judgeChildren(grammar, known.className, child),
    ];
  });
}

function judgeAttributes(
  { attributes }: ElementGrammar,
  { name, attributes: given }: TwimlElement,
): string[] {
  return Object.entries(given).flatMap(([attribute, value]) => {
    const kind = attributes[attribute];
    if (kind === undefined) return [`12200 <${name}> has no attribute ${attribute}`];
    if (ALSO_ALLOWED.has(`${name} ${attribute}=${value}`)) return [];
    const problem = judgeValue(kind, value);
    return problem === undefined ? [] : [`12200 <${name}> ${attribute}="${value}" ${problem}`];
  });
}

function judgeText({ text }: ElementGrammar, { name, children }: TwimlElement): string[] {
  const holdsText = children.some((child) => typeof child === "string" && child.trim() !== "");
  return holdsText && !text ? [`12200 <${name}> holds text`] : [];
}
