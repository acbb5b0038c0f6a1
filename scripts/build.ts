import { parseArgs } from "node:util";
import { buildProject } from "../src/build/build-project";

const HELP = `npm run build [-- --help]

Builds the Serverless Services: into dist/ Functions as one bundle each, and the Assets with the policy and the contacts
compiled; into dist/console the web console, which is deployed once the policy has it. The policy is
assets/gatehouse.private.json, or the sample household's while there is none.`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  console.log(values.help ? HELP : await buildProject("."));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
