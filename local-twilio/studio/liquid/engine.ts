import {
  type Context,
  ForTag,
  filters,
  Liquid,
  type Parser,
  type TagToken,
  type TopLevelToken,
} from "liquidjs";
import { STUDIO_LIMITS } from "../limits";

/** What a template is rendered against. `warn` hears what Studio's behaviour on is not known, or what it cuts off. */
export interface LiquidWorld {
  readonly variables: object;
  readonly now: number;
  readonly timezone: string;
  readonly warn: (message: string) => void;
}

/** The world of the rendering under way: filters and tags get no argument of ours, and rendering is synchronous. */
let world: LiquidWorld | undefined;

/** Renders parsed templates in a world. */
export function renderIn(
  engine: Liquid,
  templates: ReturnType<Liquid["parse"]>,
  surroundings: LiquidWorld,
): string {
  world = surroundings;
  try {
    return String(engine.renderSync(templates, { ...surroundings.variables }));
  } finally {
    world = undefined;
  }
}

/** Studio's Liquid. A strict engine throws on an unknown filter, the other passes the value through. */
export function createEngine(strictFilters: boolean): Liquid {
  const engine = new Liquid({ strictFilters, outputEscape, memoryLimit: 1e7 });
  engine.registerTag("for", StudioFor);
  engine.registerFilter("to_json", (value) => JSON.stringify(value ?? null));
  const { date } = filters;
  if (typeof date !== "function")
    throw new TypeError("Cannot make Studio's Liquid: liquidjs has no date filter");
  engine.registerFilter("date", function (value, format, timezone) {
    const instant = value === "now" || value === "today" ? new Date(world?.now ?? 0) : value;
    return date.call(this, instant, format, timezone ?? world?.timezone);
  });
  // Files of this machine are none of a flow's business.
  for (const tag of ["include", "render", "layout", "block"]) delete engine.tags[tag];
  return engine;
}

/** Twilio: a `for` loop makes at most 15 iterations. @see https://www.twilio.com/docs/studio/user-guide/liquid-template-language */
class StudioFor extends ForTag {
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid, parser);
    this.templates.unshift({ token, render: stopLongLoop });
  }
}

function stopLongLoop(context: Context): void {
  const index = Number(context.getSync(["forloop", "index0"]));
  if (index < STUDIO_LIMITS.liquidForIterations) return;
  context.breakCalled = true;
  world?.warn(`Liquid: a for loop was stopped after ${STUDIO_LIMITS.liquidForIterations} iterations`);
}

function outputEscape(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  world?.warn("Liquid: an object or array is printed, use to_json: its text in Studio is not documented");
  return JSON.stringify(value);
}
