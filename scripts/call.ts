import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { makeCall } from "../simulator/make-call";
import { paintFor } from "../simulator/paint";
import { printCall, printMail, printText } from "../simulator/print-report";

const HELP = `npm run call -- --from NUMBER [--to LINE] [options]
Makes one call to Gatehouse on local Twilio and prints what each side hears.
  --from NUMBER    the caller: a number, a SIP URI, or a word such as anonymous; "home" for the home's phone
  --to LINE        one of the policy's lines; the first when left out; from home whatever is dialled, such as 911
  --press KEYS     press these after the first thing that is said, and more, after a comma, after the next ("1,2");
                   "auto" answers the challenge right
  --say TEXT       speak this after the beep
  --script FILE    a JSON list of caller steps, as scenarios have them
  --callee N=DOES  what the phone N does: answers, no-answer, busy, failed, or the key that is pressed there when
                   asked; may be repeated
  --phone DOES     what the home's phone does when it rings: the same, or unregistered; once for each handset
  --policy FILE, --contacts FILE   the household; the sample one when left out
  --json           print the call, the mail, the text messages and the lists as one document
Without --press, --say and --script you are the caller, when this is a terminal.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      to: { type: "string" },
      press: { type: "string" },
      say: { type: "string" },
      script: { type: "string" },
      callee: { type: "string", multiple: true, default: [] },
      phone: { type: "string", multiple: true, default: [] },
      policy: { type: "string" },
      contacts: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const { from, json, ...rest } = values;
  if (from === undefined) throw new Error(`Cannot call: --from is missing\n${HELP}`);
  const { call, mail, texts, sync, complaints, failures } = await makeCall({ from, ...rest, asks: !json });
  const paint = paintFor(process.stdout, process.env);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ call: call.report, mail, texts, sync, complaints }, null, 2)}\n`,
    );
  else
    console.log(
      [
        printCall(call, paint),
        ...mail.map((one) => printMail(one, paint)),
        ...texts.map((one) => printText(one, paint)),
      ].join("\n"),
    );
  for (const problem of [...failures, ...complaints]) console.error(problem);
  process.exitCode = failures.length + complaints.length === 0 ? 0 : 1;
}

main().catch(failWith);
