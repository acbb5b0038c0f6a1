import type { WireRequest } from "../wire";
import { invalid } from "./serverless-errors";

/** A parameter of the form; undefined when it was not sent. @throws TwilioError 400/20001 when it is longer than `max` */
export function readText({ body }: WireRequest, name: string, max: number): string | undefined {
  const text = body.get(name);
  if (text === null) return undefined;
  if (text.length > max) throw invalid(`${name} is ${text.length} characters long: ${max} are allowed`);
  return text;
}

/** The same, of a parameter that must not be missing or empty. @throws TwilioError 400/20001 */
export function readNeeded(request: WireRequest, name: string, max: number): string {
  const text = readText(request, name, max);
  if (!text) throw invalid(`Missing required parameter ${name} in the post body`);
  return text;
}

/** A name that becomes part of a domain. @throws TwilioError 400/20001 */
export function readDomainPart(request: WireRequest, name: string, max: number): string | undefined {
  const text = readText(request, name, max);
  if (text === undefined || text === "") return undefined;
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(text))
    throw invalid(`${name} ${JSON.stringify(text)} may hold letters, digits and inner hyphens only`);
  return text;
}

/** @throws TwilioError 400/20001 when it is neither true nor false */
export function readFlag({ body }: WireRequest, name: string): boolean | undefined {
  const text = body.get(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text !== "true" && text !== "false") throw invalid(`${name} must be true or false`);
  return text === "true";
}
