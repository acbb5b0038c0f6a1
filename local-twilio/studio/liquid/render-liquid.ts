import type { Liquid } from "liquidjs";
import { STUDIO_LIMITS } from "../limits";
import { closeDots } from "./close-dots";
import { createEngine, type LiquidWorld, renderIn } from "./engine";

const strict = createEngine(true);
const lenient = createEngine(false);

interface Parsed {
  readonly engine: Liquid;
  readonly templates: ReturnType<Liquid["parse"]>;
  readonly warning?: string;
}

/** The same few templates are rendered on every call; one that is no Liquid stays none. */
const parsedTemplates = new Map<string, Parsed | Error>();
const KEEP_PARSED = 1000;

/** What a template says in that world. Never throws: what cannot be rendered is empty text and a warning. */
export function renderLiquid(template: string, world: LiquidWorld): string {
  if (!template.includes("{{") && !template.includes("{%")) return template;
  try {
    const { engine, templates, warning } = parseTemplate(template);
    if (warning !== undefined) world.warn(warning);
    const text = renderIn(engine, templates, world);
    if (Buffer.byteLength(text) <= STUDIO_LIMITS.liquidRenderedBytes) return text;
    world.warn(`Liquid: more than ${STUDIO_LIMITS.liquidRenderedBytes} bytes are not rendered`);
  } catch (error) {
    world.warn(`Liquid: ${reasonOf(error)}, so ${JSON.stringify(template.slice(0, 80))} renders as nothing`);
  }
  return "";
}

/** Why a template is not Liquid, or uses a filter that Studio is not known to have; undefined when it is fine. */
export function findLiquidProblem(template: string): string | undefined {
  try {
    return parseTemplate(template).warning;
  } catch (error) {
    return `Liquid: ${reasonOf(error)}`;
  }
}

/** The paths a template reads, `assign`ed and loop variables left out: `[["widgets","menu","Digits"]]`. */
export function readPaths(template: string): readonly (readonly unknown[])[] {
  const { engine, templates } = parseTemplate(template);
  return engine.globalVariableSegmentsSync(templates);
}

function parseTemplate(template: string): Parsed {
  const parsed = parsedTemplates.get(template) ?? parseOnce(template);
  if (parsed instanceof Error) throw parsed;
  return parsed;
}

function parseOnce(template: string): Parsed | Error {
  if (parsedTemplates.size >= KEEP_PARSED) parsedTemplates.clear();
  const parsed = tryParse(closeDots(template));
  parsedTemplates.set(template, parsed);
  return parsed;
}

function tryParse(template: string): Parsed | Error {
  try {
    return parseWith(template);
  } catch (error) {
    return new SyntaxError(reasonOf(error));
  }
}

function parseWith(template: string): Parsed {
  try {
    return { engine: strict, templates: strict.parse(template) };
  } catch (error) {
    const [, filter] = /undefined filter: (\S+?),/.exec(`${reasonOf(error)},`) ?? [];
    if (filter === undefined) throw error;
    const warning = `Liquid: the filter ${filter} is not known to Studio`;
    return { engine: lenient, templates: lenient.parse(template), warning };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
}
