import { findState, type State } from "../../flow";
import { isRecord } from "../../json";
import { findLiquidProblem, readPaths } from "../../liquid/render-liquid";
import { findWidgetSchema } from "../../schema/widget-schemas";
import { textsOf } from "../flow-texts";
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

function pathsIn(text: string): readonly (readonly unknown[])[] {
  return findLiquidProblem(text)?.includes("not closed") || !text.includes("{") ? [] : safePaths(text);
}

/** A template that is no Liquid has no paths; the rule on syntax says so. */
function safePaths(text: string): readonly (readonly unknown[])[] {
  try {
    return readPaths(text);
  } catch {
    return [];
  }
}

function pathProblem(
  subject: Subject,
  reader: string,
  [root, first, second]: readonly unknown[],
): string | undefined {
  if (root === "widgets" && typeof first === "string") return widgetProblem(subject, reader, first, second);
  if (root === "flow" && first === "variables" && typeof second === "string")
    return variableProblem(subject, reader, second);
  const roots = ["widgets", "flow", "trigger", "contact"];
  return typeof root === "string" && !roots.includes(root) ? `${root} is no variable of Studio's` : undefined;
}

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
  const outputs = findWidgetSchema(state.type)?.outputs;
  return outputs === undefined || typeof output !== "string" || outputs.includes(output)
    ? undefined
    : `widgets.${name}.${output} is read, which ${state.type} never sets`;
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
