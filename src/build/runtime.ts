/** What builds run on in Twilio's cloud; `.twilioserverlessrc` says the same to Twilio's own tools. */
export const RUNTIME = "node22";
