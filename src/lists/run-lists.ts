import { parseArgs } from "node:util";
import type { Account } from "../account/account";
import { listSyncServices } from "../account/sync-services";
import { didYouMean } from "../config/did-you-mean";
import { addEntry } from "./add-entry";
import { backupCommand } from "./backup-command";
import type { ListsCall, ListsCommand, ListsWorld } from "./command";
import { exportList } from "./export-list";
import { importList } from "./import-list";
import { LIST_NAMES } from "./list-definition";
import { LISTS } from "./lists";
import { readLocale } from "./read-locale";
import { removeEntries } from "./remove-entries";
import { restoreCommand } from "./restore-command";
import { showList } from "./show-list";

/** Every command, by its name. */
export const LISTS_COMMANDS: Readonly<Record<string, ListsCommand>> = {
  show: showList,
  add: addEntry,
  remove: removeEntries,
  import: importList,
  export: exportList,
  backup: backupCommand,
  restore: restoreCommand,
};

const PREFIX = "npm run lists --";

/** What `--help` says of all commands. */
export function renderHelp(): string {
  const entries = Object.values(LISTS_COMMANDS);
  const commands = entries.map(({ usage, does }) => `  ${usage}\n      ${does}`);
  const lists = LIST_NAMES.map((name) => `  ${name.padEnd(13)} ${LISTS[name].about}`);
  return `${PREFIX} COMMAND …
Edits the lists in the Sync Service of the account that the environment or .env names.

${commands.join("\n")}

Lists:
${lists.join("\n")}

Each command says more with --help; with --json it prints one document and nothing else.
Exit code 0; 1 when something that was found stood in the way; 2 when something is missing or out of reach.`;
}

/**
 * Runs one command.
 * @returns the exit code
 * @throws Error that says what is missing, what is wrong with the arguments, or what is out of reach
 */
export async function runLists(argv: readonly string[], world: ListsWorld): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === "--help" || name === "-h") {
    world.print(renderHelp());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(LISTS_COMMANDS, name) ? LISTS_COMMANDS[name] : undefined;
  if (command === undefined) {
    const names = Object.keys(LISTS_COMMANDS);
    throw new Error(`There is no command ${name}${didYouMean(name, names)}: one of ${names.join(", ")}`);
  }
  const flag = { type: "boolean" } as const;
  const options = { ...command.options, json: flag, help: { ...flag, short: "h" } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help === true) {
    world.print(`${PREFIX} ${command.usage}\n${command.does}\n\n${command.help}`);
    return 0;
  }
  return command.run(await openCall(world, { values, positionals }));
}

interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

async function openCall(world: ListsWorld, { values, positionals }: Arguments): Promise<ListsCall> {
  const account = world.openAccount(world.variables);
  const text = (option: string) => {
    const value = values[option];
    return typeof value === "string" ? value : undefined;
  };
  return {
    ...{ world, account, positionals, text },
    isSet: (option) => values[option] === true,
    locale: readLocale(world.projectDir),
    serviceSid: text("service") ?? (world.variables.SYNC_SERVICE_SID || (await findService(account))),
  };
}

/** What deploy calls the Service. */
const SERVICE_NAME = "gatehouse";

async function findService(account: Account): Promise<string> {
  const ours = (await listSyncServices(account)).filter(({ friendlyName }) => friendlyName === SERVICE_NAME);
  const [service] = ours;
  if (service !== undefined && ours.length === 1) return service.sid;
  throw new Error(
    service === undefined
      ? "Cannot find the lists: SYNC_SERVICE_SID is not set, and the account has no Sync Service gatehouse: npm run deploy makes it, and the lists in it"
      : `Cannot tell which lists are meant: ${ours.map(({ sid }) => sid).join(" or ")}? Set SYNC_SERVICE_SID`,
  );
}
