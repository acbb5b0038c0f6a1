import { parseArgs } from "node:util";
import { stopWithParent } from "../local-twilio/stop-with-parent";
import { chooseHousehold } from "../simulator/choose-household";
import { failWith } from "../simulator/fail-with";
import { openHouse } from "../simulator/house";
import { openLineReader } from "../simulator/line-reader";
import { paintFor } from "../simulator/paint";
import { parsePort } from "../simulator/parse-port";
import { printHouse } from "../simulator/print-house";
import { runTerminalPhone } from "../simulator/terminal-phone";
import { watchCodes } from "../simulator/watch-codes";
import { openWorkshop } from "../simulator/workshop";

const HELP = `npm start [-- --policy FILE --contacts FILE --port N]
Builds Gatehouse and starts it on local Twilio. On a terminal it becomes a phone to call from, an office's telephones
to pick up, and the home's phone to dial and answer with; otherwise it serves until stopped. It serves the web console,
too, and shows the codes that let administrators in. Lists, mail and calls last
until then; with a policy of your own the lists begin empty.
  --policy FILE     the policy; assets/gatehouse.private.json when left out, or the sample household
  --contacts FILE   a vCard file for every line, in place of the policy's own
  --port N          Twilio's APIs on N, the Functions on N+1, SMTP on N+2, the web console on N+3; free ports when left out`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      policy: { type: "string" },
      contacts: { type: "string" },
      port: { type: "string", default: "0" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  stopWithParent();
  const { policy, contacts } = values;
  const house = await openHouse({
    workshop: openWorkshop(),
    ...chooseHousehold({ policy, contacts }),
    now: Date.now(),
    followsRealTime: true,
    port: parsePort(values.port),
    servesConsole: true,
  });
  const paint = paintFor(process.stdout, process.env);
  const isPhone = process.stdin.isTTY && process.stdout.isTTY;
  console.log(printHouse(house, paint, isPhone));
  if (house.webConsole !== undefined) watchCodes(house.webConsole, console.log);
  if (!isPhone) return;
  const reader = openLineReader(process.stdin, process.stdout);
  await runTerminalPhone(house, reader, paint);
  process.exit(0);
}

main().catch(failWith);
