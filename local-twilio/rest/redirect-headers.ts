/** The header by which the redirection asks the server for an `http:<host>` fault. */
export const FAULT_HEADER = "x-local-twilio-fault";

/** The header by which the redirection names the real host: `fetch` sends no Host header but its own. */
export const HOST_HEADER = "x-local-twilio-host";
