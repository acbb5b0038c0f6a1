import { check } from "../check";
import { complaintsOr, type Finding, failure } from "../finding";
import { FALLBACK_ASSET, PROBED_FUNCTION, type ProbeAnswer } from "../facts/probes";

const DEPLOY = "npm run deploy";
const LOGS = "https://console.twilio.com (Monitor > Logs > Errors) says why; then npm run deploy";

export const functionsCheck = check({
  name: "functions",
  title: "Functions",
  needs: ["probes"],
  judge: ({ probes: { signed, unsigned, fallback, domainName } }) =>
    complaintsOr(`${domainName} answers what Twilio has signed, and only that; so does the fallback`, [
      ...judgeSigned(signed),
      ...judgeUnsigned(unsigned),
      ...judgeFallback(fallback),
    ]),
});

function judgeSigned(answer: ProbeAnswer): Finding[] {
  if (answer.status === 200 && /<Reject\b/.test(answer.body)) return [];
  const found = `${PROBED_FUNCTION}, asked with Twilio's signature, ${describe(answer)} instead of TwiML that rejects`;
  const isRefused = answer.status === 400 || answer.status === 401 || answer.status === 403;
  return [failure(found, isRefused ? "Is AUTH_TOKEN in .env the account's primary one?" : LOGS)];
}

/** @see https://www.twilio.com/docs/serverless/functions-assets/visibility (protected: only with a valid signature) */
function judgeUnsigned(answer: ProbeAnswer): Finding[] {
  const isRefused = answer.status !== undefined && answer.status >= 400 && answer.status < 500;
  if (isRefused && answer.status !== 404 && answer.status !== 429) return [];
  const isOpen = answer.status !== undefined && answer.status < 400;
  const found = `${PROBED_FUNCTION}, asked without a signature, ${describe(answer)} instead of refusing`;
  return [
    isOpen
      ? failure(`${found}: anybody on the internet can call the Functions`, `npm run build, then ${DEPLOY}`)
      : failure(found, LOGS),
  ];
}

function judgeFallback(answer: ProbeAnswer): Finding[] {
  if (answer.status === 200 && /<Response\b/.test(answer.body) && /<Record\b/.test(answer.body)) return [];
  return [failure(`${FALLBACK_ASSET} ${describe(answer)} instead of TwiML that takes a message`, DEPLOY)];
}

function describe({ status, body }: ProbeAnswer): string {
  return status === undefined ? `did not answer (${body})` : `answered ${status}`;
}
