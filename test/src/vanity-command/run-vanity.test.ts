import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { openNamedAccount } from "../../../src/account/account";
import { runVanity } from "../../../src/vanity-command/run-vanity";

/* 1-800-FLOWERS is 1 800 356 9377, as advertised; the keys are those of https://www.itu.int/rec/T-REC-E.161. */
jest.setTimeout(60_000);

let projectDir: string;
beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), "vanity-"));
});
afterEach(() => rmSync(projectDir, { recursive: true }));

const fileOf = (name: string, text: string) => {
  const file = join(projectDir, name);
  writeFileSync(file, text);
  return file;
};

/** Runs the command in an empty project. */
async function vanity(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  out: string[] = [],
) {
  const err: string[] = [];
  const code = await runVanity(args, {
    print: async (text) => void out.push(text),
    tell: (text) => err.push(text),
    input: (async function* () {})(),
    ...{ variables, openAccount: openNamedAccount, projectDir },
  });
  return { code, out, err: err.filter((text) => !text.startsWith("Collecting the words")) };
}
const json = async (args: readonly string[]) =>
  (await vanity([...args, "--json"])).out.map((line) => JSON.parse(line));

test("a number is spelled in words, each with what it means", async () => {
  const { code, out, err } = await vanity(["800 356 9377", "--top", "2"]);
  expect([code, err, out.length]).toEqual([0, [], 1]);
  expect(out[0]).toMatch(/^\+1\d{10}\n {2}1\. 800-FLOWERS .*\n {7}flowers: .+\n {7}\(.+\)\n {2}2\. /);
  expect(out[0]).not.toContain("  3. ");
});

test("with --json there is a document for each number; what is none is named", async () => {
  const { code, out, err } = await vanity(["1-800-FLOWERS", "nobody", "356-9377", "--json"]);
  expect([code, err]).toEqual([1, ['argument 2: found "nobody"; allowed: a telephone number']]);
  const [first, second] = out.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ number: expect.stringMatching(/^\+18/) });
  expect(first.results).toHaveLength(5);
  expect(first.results[0]).toEqual({
    spelling: "800-FLOWERS",
    words: [{ text: "flowers", shown: "FLOWERS", definition: expect.stringMatching(/\w/) }],
    ...{ score: expect.any(Number), why: expect.stringMatching(/\w/), rung: "words" },
  });
  expect(second).toMatchObject({ number: "3569377", results: [{ spelling: "FLOWERS" }, {}, {}, {}, {}] });
});

test("a file becomes CSV; bad lines are named, and the others spelled", async () => {
  const file = fileOf("numbers.txt", "8003569377\n\n# ours\n12\n(212) 555-0100\n");
  const { code, out, err } = await vanity(["--file", file, "--top", "1"]);
  expect([code, err]).toEqual([1, [`${file}:4: found "12"; allowed: a telephone number`]]);
  expect(out).toEqual([
    "number,rank,spelling,score,rung,words,definitions,why",
    expect.stringMatching(/^\+1\d{10},1,800-FLOWERS,/),
    expect.stringMatching(/^\+12125550100,1,/),
  ]);
});

test("words of one's own, those of the policy and its country count, and options overrule", async () => {
  const words = fileOf("words.txt", "flowerr\tnot quite a flower\n");
  mkdirSync(join(projectDir, "assets"));
  const lines = { "020 7946 0100": { ring: { to: "020 7946 0101" } } };
  const policy = { country: "GB", lines, vanity: { words: ["wizz"], spellable: 4 } };
  fileOf("assets/gatehouse.private.json", JSON.stringify(policy));
  const [british] = await json(["020 7946 9499"]);
  expect(british).toMatchObject({
    number: "+442079469499",
    results: [{ spelling: "20-7946-WIZZ" }, {}, {}, {}, {}],
  });
  const american = ["8003569377", "--country", "us", "--spellable", "7"];
  const [own] = await json([...american, "--words", words]);
  expect(own.results[0]).toMatchObject({
    ...{ spelling: "800-FLOWERR", words: [{ definition: "not quite a flower" }] },
  });
  const [fixed] = await json([...american, "--fixed", "FLOW***", "--top", "1"]);
  expect(fixed.results).toMatchObject([{ spelling: expect.stringContaining("FLOW") }]);
  await expect(vanity(["8003569377", "--words", fileOf("bad.txt", "2\n")])).rejects.toThrow(
    "bad.txt:1: found",
  );
});

test("a word of one's own that no spelling may show is told of, once", async () => {
  const file = fileOf("words.txt", "fuck\nacme\n");
  const { code, err } = await vanity(["212-555-0138", "--words", file]);
  expect({ code, err }).toEqual({ code: 0, err: [expect.stringMatching(/^"fuck" is never shown/)] });
});

test("a policy with mistakes is told of, and numbers are read as American ones", async () => {
  mkdirSync(join(projectDir, "assets"));
  fileOf("assets/gatehouse.private.json", '{ "country": "GB" ');
  const { code, out, err } = await vanity(["800 356 9377", "--json"]);
  expect([code, err]).toEqual([0, [expect.stringContaining("has mistakes")]]);
  expect(out[0]).toContain("800-FLOWERS");
});

test("help is printed, and a file that is not there is told", async () => {
  expect(await vanity(["--help"])).toMatchObject({
    code: 0,
    err: [],
    out: [expect.stringContaining("--wish WORD")],
  });
  const out: string[] = [];
  await expect(vanity(["--file", join(projectDir, "none.txt")], {}, out)).rejects.toThrow("Cannot read ");
  expect(out).toEqual([]);
});

describe("a wish", () => {
  let local: LocalTwilio;
  beforeEach(async () => {
    local = await startLocalTwilio();
  });
  afterEach(async () => {
    await local.close();
    expect(local.journal.complaints).toEqual([]);
  });
  const onAccount = (...args: readonly string[]) => vanity(args, local.environment);

  test("without an account is told the numbers that would do", async () => {
    expect(await vanity(["--wish", "Flowers", "x"])).toEqual({
      code: 1,
      out: ["FLOWERS is dialled 3569377: numbers such as 356-9377 end in it"],
      err: [
        expect.stringMatching(/set ACCOUNT_SID and AUTH_TOKEN .*npm run setup/),
        expect.stringContaining('"x"'),
      ],
    });
    const zero = { word: "ZERO", digits: "9376", pattern: "***-9376", numbers: null };
    expect(await json(["--wish", "zero"])).toEqual([zero]);
  });

  test("with an account is told what Twilio would sell", async () => {
    const sell = await onAccount("--wish", "sell", "--top", "1");
    expect(sell).toMatchObject({ code: 0, err: [] });
    expect(sell.out.join("\n").split("\n")).toEqual([
      "SELL is dialled 7355: numbers such as ***-7355 end in it",
      "  +19735550100     9-SELL-5-0100    local     NJ",
    ]);
    const hi = await onAccount("--wish", "hi", "--area-code", "212", "--json");
    expect(hi.out.map((line) => JSON.parse(line))).toMatchObject([
      { word: "HI", numbers: [{ number: "+12125550144", spelling: "212-555-01-HI", kind: "local" }] },
    ]);
    expect((await onAccount("--wish", "flowers")).out[0]).toContain("Twilio has none for sale now");
  });

  test("is told what would do also when Twilio gives no answer", async () => {
    local.faults.add({ on: "http:api.twilio.com", fault: { kind: "reset" } });
    const out: string[] = [];
    await expect(vanity(["--wish", "sell"], local.environment, out)).rejects.toThrow("no answer from Twilio");
    expect(out).toEqual(["SELL is dialled 7355: numbers such as ***-7355 end in it"]);
  });

  test("is refused for a country without numbers or area codes", async () => {
    const french = await onAccount("--wish", "hi", "--country", "FR");
    expect(french).toMatchObject({ code: 0, err: ["Twilio sells no numbers of FR."] });
    expect(french.out.join()).not.toContain("for sale now");
    await expect(onAccount("--wish", "hi", "--country", "GB", "--area-code", "212")).rejects.toThrow(
      "--area-code 212 goes with the US and Canada only, not with GB",
    );
  });
});
