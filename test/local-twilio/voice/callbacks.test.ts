import { callLine, hangUp, openLine, requestsTo, whileAwaiting } from "./phone-line";

/* "Status callbacks: no delivery or order guarantee": what the product is to bear, a test can bring about. */
const NUMBER =
  '<Number statusCallback="/number" statusCallbackEvent="initiated ringing answered completed">+12125550123</Number>';
const REPLIES = { "/voice": `<Dial>${NUMBER}</Dial>`, "/number": "", "/status": "" };

async function statusesWith(
  delays: Readonly<Record<string, readonly number[]>>,
): Promise<(string | number)[][]> {
  const line = openLine({ replies: REPLIES });
  line.world.switchboard.disturbance = ({ parameters }) => delays[parameters.CallStatus ?? ""];
  const outcome = await callLine(line, { replies: REPLIES, steps: [whileAwaiting("nothing", hangUp(20))] });
  await outcome.afterwards;
  await line.world.switchboard.settled();
  return requestsTo(line, "/number").map(({ at, parameters }) => [at, parameters.CallStatus ?? ""]);
}

describe("a disturbance of callbacks", () => {
  test("left out: in real order, at once", async () => {
    expect(await statusesWith({})).toEqual([
      [0, "initiated"],
      [0, "ringing"],
      [4, "in-progress"],
      [24, "completed"],
    ]);
  });

  test("loses, repeats and delays them", async () => {
    const disturbed = await statusesWith({ initiated: [30, 31], ringing: [], "in-progress": [0, 5] });
    expect(disturbed).toEqual([
      [4, "in-progress"],
      [9, "in-progress"],
      [24, "completed"],
      [30, "initiated"],
      [31, "initiated"],
    ]);
  });
});
