/** `npm run local`: local Twilio alone, for unmodified Twilio clients, until it is stopped. */
import { parseArgs } from "node:util";
import type { Journal } from "../local-twilio/journal";
import { startLocalTwilio } from "../local-twilio/local-twilio";
import { REGISTER_OPTION } from "../local-twilio/redirect/redirect";
import { renderEnvironment } from "../local-twilio/redirect/render-environment";
import { clearEnvironment, writeEnvironment } from "../local-twilio/redirect/write-environment";
import { stopWithParent } from "../local-twilio/stop-with-parent";
import { failWith } from "../simulator/fail-with";
import { parsePort } from "../simulator/parse-port";

const USAGE = `npm run local [-- --env FILE] [--port N] [--number +1…]

Starts local Twilio and prints the environment that points unmodified Twilio clients at it.
It serves until it is stopped; what Twilio's documents forbid is printed as it comes.

  --env FILE   also writes the environment to FILE, once it is up: for "set -a; . FILE" and for dotenv
               (in what starts the client: NODE_OPTIONS counts from a process's start)
  --port N     listens on 127.0.0.1:N; any free port when left out
  --number N   gives the account this number, in E.164; may be repeated
  --help       prints this`;

const OPTIONS = {
  env: { type: "string" },
  port: { type: "string" },
  number: { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

async function main(): Promise<void> {
  const { env, port = "0", number = [], help } = parseArgs({ options: OPTIONS }).values;
  if (help) return console.log(USAGE);
  if (env !== undefined) clearEnvironment(env);
  const onWarning = console.error;
  const local = await startLocalTwilio({ port: parsePort(port), followsRealTime: true, onWarning });
  for (const one of number) local.addNumber(one);
  printComplaints(local.journal);
  const text = renderEnvironment({ ...local.environment, NODE_OPTIONS: REGISTER_OPTION });
  if (env !== undefined) writeEnvironment(env, text);
  console.log(`${text}Local Twilio is up on 127.0.0.1:${local.restPort}; Ctrl-C stops it`);
  const stop = () => void local.close().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  stopWithParent();
}

function printComplaints(journal: Journal): void {
  const complain = journal.complain.bind(journal);
  journal.complain = (text) => {
    complain(text);
    console.error(text);
  };
}

main().catch(failWith);
