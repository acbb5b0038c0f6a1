import type { CallRow } from "../../policy/call-log";
import { isOpen } from "../../policy/office/is-open";
import { mailboxGreeting } from "../../policy/office/mailbox-greeting";
import type { MenuFacts, MenuStep } from "../../policy/office/menu-facts";
import { renderMenuState } from "../../policy/office/menu-state";
import { menuStep } from "../../policy/office/menu-step";
import type { Office } from "../../policy/office/office";
import type { OfficeState } from "../../policy/office/office-state";
import { parseMenuState } from "../../policy/office/parse-menu-state";
import { type Caller, parseCaller } from "../../telephony/caller";
import type { MenuChoice } from "../../telephony/read-menu-choice";
import { noteCall } from "../note-call";
import { noteOnce } from "../note-once";
import { lineOf, loggedCaller } from "../parties";
import { within } from "../time-left";
import type { CallWiring } from "../wiring";
import { type MenuReply, menuReply } from "./menu-reply";
import { readSwitch } from "./read-switch";

/** The flow must still be told. */
const SPARE_MS = 400;

/**
 * Takes an answer in an office's menu, or begins with it, and tells the flow how to go on.
 * @throws Error when no office, or no line of ours, was called
 */
export async function chooseInMenu(wiring: CallWiring, choice: MenuChoice): Promise<MenuReply> {
  const { callSid } = choice;
  const { office, country } = wiring.policy();
  const line = lineOf(wiring.policy(), choice.to);
  if (office === undefined || line === undefined)
    throw new Error("Cannot offer a menu: the policy has no office, or the number called is no line of ours");
  const caller = parseCaller(choice.from, country);
  const secret = wiring.environment("LINK_SECRET");
  if (secret === undefined)
    noteOnce(wiring, "link-secret", { event: "link-secret-missing", details: { callSid } });
  const officeState = await readSwitch(wiring, callSid);
  const facts: MenuFacts = {
    ...{ office, line, caller },
    isOpen: doorsOf(wiring, office, officeState),
    canConnect: secret !== undefined,
    mayBeOwner: mayBeOwner(wiring, caller),
  };
  const before = parseMenuState(choice.state, { office, menu: line.menu });
  const { step, state } = menuStep(before, { key: choice.key, speech: choice.speech }, facts);
  wiring.log("menu-answered", { callSid, step: step.do, turn: state.turn });
  await noteMailbox(wiring, choice, { step, caller });
  const { locale } = state;
  const plan = { callSid, line: line.number, locale };
  const department = step.do === "connect" ? step.department : undefined;
  const greeting = mailboxGreeting({ office, line, locale, department });
  const { domainName } = wiring;
  return menuReply(step, { plan, greeting, secret, state: renderMenuState(state), domainName });
}

function doorsOf(wiring: CallWiring, { departments }: Office, state: OfficeState): MenuFacts["isOpen"] {
  const { timezone } = wiring.policy();
  const now = wiring.now().getTime();
  return (id) => {
    const department = Object.hasOwn(departments, id) ? departments[id] : undefined;
    return department !== undefined && isOpen(department, { id, state, now, timezone });
  };
}

/** Where the network must vouch for the owner, nobody is taken for the owner here, where its word is not known. */
function mayBeOwner(wiring: CallWiring, caller: Caller): boolean {
  const { owner, home } = wiring.policy();
  const hasPin = wiring.environment("OWNER_PIN_HASH") !== undefined;
  const isVouchedFor = (home?.ownerAttestation ?? "any") === "any";
  return hasPin && isVouchedFor && caller.kind === "number" && caller.number === owner.phone;
}

/**
 * A message's mail goes to the department that the call's row names. Whom the menu gave up may hang up before the tone: nobody
 * notes that, so it is noted here.
 */
async function noteMailbox(
  wiring: CallWiring,
  { callSid, to }: MenuChoice,
  { step, caller }: { readonly step: MenuStep; readonly caller: Caller },
): Promise<void> {
  if (step.do !== "voicemail") return;
  const { department, isExhausted } = step;
  if (department === undefined && !isExhausted) return;
  const row: CallRow = {
    ...{ from: loggedCaller(caller), to, at: wiring.now().toISOString() },
    ...(department === undefined ? {} : { department }),
    ...(isExhausted ? { disposition: "menu-exhausted" } : {}),
  };
  await within(Math.max(0, wiring.timeLeft() - SPARE_MS), noteCall(wiring, callSid, row));
}
