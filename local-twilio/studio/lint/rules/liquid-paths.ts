import { findState, type State } from "../../flow";
import { isRecord } from "../../json";
import { findWidgetSchema } from "../../schema/widget-schemas";
import { isCallParameter } from "../call-parameter";
import { pathsIn, textsOf } from "../flow-texts";
import type { LintRule, Subject } from "../lint-rule";

/** What Liquid reads has been set by a widget that can have run before, under a name that widget sets. */
export const liquidPaths: LintRule = {
  severity: "house",
  *check(subject) {
    for (const state of subject.flow.states) {
      const messages = new Set<string>();
      for (const { text } of textsOf(state))
        for (const path of pathsIn(text)) {
          const message = pathProblem(subject, state.name, path);
          if (message !== undefined) messages.add(message);
        }
      for (const message of messages) yield { widget: state.name, message };
    }
  },
};

function pathProblem(
  subject: Subject,
  reader: string,
  [root, first, second]: readonly unknown[],
): string | undefined {
  if (root === "widgets" && typeof first === "string") return widgetProblem(subject, reader, first, second);
  if (root === "flow" && first === "variables" && typeof second === "string")
    return variableProblem(subject, reader, second);
  if (typeof root !== "string") return undefined;
  if (root !== "widgets" && !Object.hasOwn(MEMBERS, root)) return `${root} is no variable of Studio's`;
  return typeof first === "string" ? memberProblem(subject, root, first) : undefined;
}

/** The members of Studio's own variables, each with the Trigger's event that fills it; `""`: any. */
const MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  trigger: {
    call: "incomingCall",
    message: "incomingMessage",
    conversation: "incomingConversationMessage",
    request: "incomingRequest",
    parent: "incomingParent",
  },
  flow: { variables: "", data: "incomingRequest", sid: "", flow_sid: "", channel: "", add_ons: "" },
  contact: { channel: "" },
};

function memberProblem({ flow }: Subject, root: string, member: string): string | undefined {
  const members = MEMBERS[root];
  if (members === undefined) return undefined;
  const event = Object.hasOwn(members, member) ? members[member] : undefined;
  if (event === undefined) return `${root}.${member} is read, which Studio never sets`;
  const isWired = (wanted: string) =>
    flow.states.some(
      ({ type, transitions }) =>
        type === "trigger" && transitions.some((one) => one.event === wanted && one.next !== undefined),
    );
  // What a subflow is started with is its parent's matter, and a reply may come over a conversation.
  const isOpen = isWired("incomingParent") || flow.states.some(({ type }) => REPLIES.includes(type));
  return event === "" || isOpen || isWired(event)
    ? undefined
    : `${root}.${member} is read, but the flow does not start on ${event}`;
}

const REPLIES: readonly string[] = ["send-and-wait-for-reply"];

function widgetProblem(
  { flow, graph }: Subject,
  reader: string,
  name: string,
  output: unknown,
): string | undefined {
  const state = findState(flow, name);
  if (state === undefined) return `widgets.${name} is read, but there is no such widget`;
  if (!graph.canPrecede(name, reader))
    return `widgets.${name} is read, but that widget cannot have run before`;
  if (typeof output !== "string") return undefined;
  if (!sets(state.type, output)) return `widgets.${name}.${output} is read, which ${state.type} never sets`;
  return inputProblem({
    state,
    output,
    leadsHere: (next) => next === reader || graph.canPrecede(next, reader),
  });
}

/** Which exit of a Gather brings what; a Gather that times out brings none of these. */
const EXIT_OF_INPUT: Readonly<Record<string, string>> = {
  Digits: "keypress",
  SpeechResult: "speech",
  Confidence: "speech",
};

interface InputRead {
  readonly state: State;
  readonly output: string;
  readonly leadsHere: (next: string) => boolean;
}

function inputProblem({ state, output, leadsHere }: InputRead): string | undefined {
  const wanted = Object.hasOwn(EXIT_OF_INPUT, output) ? EXIT_OF_INPUT[output] : undefined;
  if (state.type !== "gather-input-on-call" || wanted === undefined) return undefined;
  const isSet = state.transitions.some(
    ({ event, next }) => event === wanted && next !== undefined && leadsHere(next),
  );
  return isSet ? undefined : `widgets.${state.name}.${output} is read, but its ${wanted} does not lead here`;
}

/** Widgets that end by a webhook show all of it: what is its own, and the call's parameters. */
function sets(type: string, output: string): boolean {
  const { outputs, webhookOutputs } = findWidgetSchema(type) ?? {};
  if (outputs !== undefined) return outputs.includes(output);
  return webhookOutputs === undefined || webhookOutputs.includes(output) || isCallParameter(output);
}

function variableProblem({ flow, graph }: Subject, reader: string, key: string): string | undefined {
  const setters = flow.states.filter((state) => keysOf(state).includes(key));
  if (setters.length === 0) return `flow.variables.${key} is read, but nothing sets it`;
  return setters.some(({ name }) => graph.canPrecede(name, reader))
    ? undefined
    : `flow.variables.${key} is read, but nothing sets it before`;
}

function keysOf({ type, properties }: State): readonly unknown[] {
  const { variables } = properties;
  const listed: readonly unknown[] = type === "set-variables" && Array.isArray(variables) ? variables : [];
  return listed.map((one) => (isRecord(one) ? one.key : undefined));
}
