import { hostFixtures } from "./hosted";

/** Asks a host for the paths given, then for one that works, and prints the answers. */
async function main(paths: readonly string[]): Promise<void> {
  const { host, ask } = await hostFixtures();
  if (paths[0] === "own-error") {
    void Promise.reject(new Error("the host's own"));
    return;
  }
  const answers = [];
  for (const path of [...paths, "/answers?as=text"]) {
    const { status, text } = await ask(path);
    answers.push({ status, text });
  }
  await host.close();
  console.log(JSON.stringify(answers));
}

void main(process.argv.slice(2));
