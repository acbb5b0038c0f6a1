import type { Account } from "../../account";
import type { Executions } from "../../studio/executions";
import type { FlowCatalog, FlowRow } from "../../studio/flow-catalog";
import { notFound } from "../twilio-error";
import type { WireRequest } from "../wire";

/** What every operation of studio.twilio.com works on. */
export interface StudioApiWorld {
  readonly account: Account;
  readonly flows: FlowCatalog;
  readonly executions: Executions;
  readonly refusalDetails: RefusalDetails;
}

/**
 * How the `details` of error 81022 are written: `{ errors: [ … ] }` as Twilio's skill for agents has it (github.com/twilio/ai),
 * or a plain list, as the page of the error reads.
 * @see https://www.twilio.com/docs/api/errors/81022
 */
export type RefusalDetails = "object" | "list";

/** Where Studio's URLs start. */
export const STUDIO_BASE = "https://studio.twilio.com/v2/Flows";

/** Largest page of a list. @see https://www.twilio.com/docs/usage/twilios-response#pagination */
export const MAX_PAGE_SIZE = 1000;

/** The flow of a request's path. @throws TwilioError 404 */
export function findFlow({ flows }: StudioApiWorld, sid: string, { path }: WireRequest): FlowRow {
  const row = flows.find(sid);
  if (row === undefined) throw notFound(path);
  return row;
}

/** A count as text that sorts. */
export function sortable(count: number): string {
  return String(count).padStart(15, "0");
}
