import { AsyncLocalStorage } from "node:async_hooks";

/** Which call the running Function serves, so that its REST requests can be counted to that call. */
export const callContext = new AsyncLocalStorage<{ readonly callSid: string | undefined }>();

/** The header by which the redirection tells the local REST server which call a request belongs to. */
export const CALL_SID_HEADER = "x-local-twilio-call-sid";
