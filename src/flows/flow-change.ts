/**
 * One thing in which two definitions differ. `before` is absent where something is new, `after` where it is gone; of an
 * exit they are the widgets it leads to, null where it leads nowhere.
 */
export type FlowChange =
  | {
      readonly kind: "added" | "removed";
      readonly widget: string;
      readonly type: string;
      readonly state: unknown;
    }
  | { readonly kind: "renamed"; readonly widget: string; readonly before: string }
  | { readonly kind: "moved"; readonly widget: string }
  | (Difference & { readonly kind: "changed"; readonly widget: string })
  | {
      readonly kind: "exit";
      readonly widget: string;
      readonly what: string;
      readonly before?: string | null | undefined;
      readonly after?: string | null | undefined;
    }
  | (Difference & { readonly kind: "flow" });

/** A value that is not what it was; `what` is its place, such as `parameters.NumDigits.value`. */
export interface Difference {
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
}
