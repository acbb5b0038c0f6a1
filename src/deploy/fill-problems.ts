import type { FlowFile } from "../flows/flow-file";
import { editedFills, placesNotFilled } from "../flows/flow-fills";
import type { FlowProblem } from "./flow-check";

/**
 * What of a flow that comes from Studio the next deploy could not fill in, or would not keep since it fills that place
 * anew from the policy: an emergency number, say, that the owner has added there.
 * @param ours the file as it was before
 */
export function fillProblems(ours: FlowFile, pulled: FlowFile): FlowProblem[] {
  const { file, definition, bindings } = pulled;
  return [
    ...placesNotFilled(definition, bindings.fills).map(
      (why) => ({ severity: "error", text: `${file}: error fills: ${why}` }) as const,
    ),
    ...editedFills(ours, pulled).map(({ written, valueName }) => {
      const why = `deploy fills it in from the policy (${valueName}), and does not keep this edit; to keep it, take the place out of fills in studio/bindings.json`;
      return { severity: "warning", text: `${file}: warning fills: ${written}: ${why}` } as const;
    }),
  ];
}
