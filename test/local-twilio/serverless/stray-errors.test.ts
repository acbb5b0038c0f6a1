import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const TSX = require.resolve("tsx/cli");
const SCRIPT = join(__dirname, "stray-errors-script.ts");

// In the cloud such an error ends one invocation, never the Service. Jest has its own handlers, hence the process.
test("what a Function leaves behind becomes its 500, and the process lives on", async () => {
  const { stdout } = await run(process.execPath, [
    TSX,
    SCRIPT,
    "/fails?by=floating",
    "/fails?by=throwingInTimer",
  ]);
  expect(JSON.parse(stdout)).toEqual([
    { status: 500, text: expect.stringContaining("left behind") },
    { status: 500, text: expect.stringContaining("thrown in a timer") },
    { status: 200, text: "plain words" },
  ]);
}, 60_000);

test("errors that are no Function's still end the process", async () => {
  await expect(run(process.execPath, [TSX, SCRIPT, "own-error"])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("the host's own"),
  });
}, 60_000);
