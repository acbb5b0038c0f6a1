import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { failWith } from "../simulator/fail-with";
import { hashPin } from "../src/policy/home/owner-pin";
import { refusePin } from "../src/policy/home/pin-choice";
import { askPin } from "../src/setup/ask-pin";
import { type House, readHouse } from "../src/setup/house-files";
import { openTalk } from "../src/setup/open-talk";
import { Interrupted } from "../src/setup/talk";
import { writeVariable } from "../src/setup/write-variable";

const HELP = `npm run pin [-- --remove]
Asks for the PIN that unlocks the owner's options by telephone, and writes its hash into .env as OWNER_PIN_HASH.
The PIN itself is kept nowhere. Without a terminal it is read from the first line of the input.
npm run deploy then makes it count.
  --remove  takes the PIN away: there are no options by telephone then
Exit code 0, 2 when the PIN cannot be used (nothing is written then), 130 when interrupted.`;

async function main(): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const options = { remove: flag, help: { ...flag, short: "h" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) return console.log(HELP);
  if (positionals.length > 0)
    throw new Error("Cannot set the PIN: it is not given as a word, which others could see. Run npm run pin");
  const house = readHouse(".");
  const value = values.remove ? "" : await hashPin(await choosePin(house), randomBytes(16));
  const isChanged = writeVariable(".", house, ["OWNER_PIN_HASH", value]);
  const what = values.remove ? "The PIN is taken away" : "OWNER_PIN_HASH is written into .env";
  console.log(
    isChanged ? `${what}. npm run deploy makes it count.` : "There is no PIN: nothing was changed.",
  );
}

async function choosePin({ policy }: House): Promise<string> {
  const numbers = [policy?.owner.phone ?? "", ...Object.keys(policy?.lines ?? {})];
  const refuse = (pin: string) => refusePin(pin, numbers);
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const talk = openTalk(process.stdin, process.stdout);
    return askPin(talk, refuse).finally(() => talk.close());
  }
  const pin = await firstLine();
  const problem = refuse(pin);
  if (problem !== undefined) throw new Error(`Cannot set the PIN: ${problem}`);
  return pin;
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line.trim();
  throw new Error("Cannot set the PIN: the input is empty. Pipe the PIN to it, or run it in a terminal");
}

main().catch((error: unknown) => {
  if (!(error instanceof Interrupted)) return failWith(error);
  console.error(`\n${error.message}`);
  process.exit(130);
});
