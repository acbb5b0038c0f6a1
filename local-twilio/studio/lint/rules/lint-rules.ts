import type { LintRule } from "../lint-rule";
import { concurrentCalls } from "./concurrent-calls";
import { conditionArguments } from "./condition-arguments";
import { conditions } from "./conditions";
import { duplicateNames } from "./duplicate-names";
import { envelope } from "./envelope";
import { events } from "./events";
import { failPath } from "./fail-path";
import { hosts } from "./hosts";
import { liquidPaths } from "./liquid-paths";
import { liquidSyntax } from "./liquid-syntax";
import { literals } from "./literals";
import { loops } from "./loops";
import { names } from "./names";
import { properties } from "./properties";
import { rejectPath } from "./reject-path";
import { transitions } from "./transitions";
import { unreachable } from "./unreachable";
import { widgetTypes } from "./widget-types";
import { wiring } from "./wiring";

/** Every rule of the lint, by the name it reports under; the first few are what Studio itself checks. */
export const lintRules = {
  envelope,
  names,
  "duplicate-names": duplicateNames,
  "widget-types": widgetTypes,
  events,
  properties,
  conditions,
  transitions,
  "condition-arguments": conditionArguments,
  "concurrent-calls": concurrentCalls,
  wiring,
  unreachable,
  loops,
  "liquid-syntax": liquidSyntax,
  "liquid-paths": liquidPaths,
  "reject-path": rejectPath,
  "fail-path": failPath,
  literals,
  hosts,
} as const satisfies Readonly<Record<string, LintRule>>;

/** The rules by which Studio itself would refuse a flow. */
export const SCHEMA_RULES: readonly string[] = [
  "envelope",
  "names",
  "duplicate-names",
  "widget-types",
  "events",
  "properties",
  "conditions",
  "transitions",
];
