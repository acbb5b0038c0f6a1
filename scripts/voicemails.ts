import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import {
  loadVariables,
  MAILING_VARIABLES,
  missingVariables,
  openCommandWiring,
  READING_VARIABLES,
} from "../src/runtime/command-wiring";
import { retryUnsent } from "../src/runtime/retry-unsent";
import { renderVoicemails, reportVoicemails } from "../src/runtime/voicemail-report";

const HELP = `npm run voicemails [-- --unsent] [--retry] [--json]
Shows the voicemails of the account that the environment or .env names, and how their mails stand.
  --unsent  only those whose mail has not gone out, with why
  --retry   first tries those again; needs ${MAILING_VARIABLES.join(", ")}
            and the policy of the last npm run build
  --json    print one document, and nothing else
Exit code 0, 1 when a mail that was tried again did not go out, 2 when something is missing or out of reach.`;

async function main(): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    options: { unsent: flag, retry: flag, json: flag, help: { ...flag, short: "h" } },
  });
  if (values.help) return console.log(HELP);
  const variables = loadVariables(".env");
  const missing = missingVariables(variables, [
    ...READING_VARIABLES,
    ...(values.retry ? MAILING_VARIABLES : []),
  ]);
  if (missing.length > 0)
    throw new Error(`Cannot show voicemails: ${missing.join(", ")} not set; see .env.example`);
  const wiring = openCommandWiring(variables, "dist/assets");
  const read = () => reportVoicemails(wiring.sync(), wiring.now());
  if (values.retry) {
    const outcomes = await retryUnsent(wiring, await read());
    const sent = outcomes.filter((outcome) => outcome === "sent").length;
    console.error(`${sent} of ${outcomes.length} unsent mails went out`);
    process.exitCode = sent === outcomes.length ? 0 : 1;
  }
  const voicemails = (await read()).filter(({ mail }) => !values.unsent || mail === "unsent");
  if (values.json) process.stdout.write(`${JSON.stringify({ voicemails }, null, 2)}\n`);
  else console.log(renderVoicemails(voicemails));
}

main().catch(failWith);
