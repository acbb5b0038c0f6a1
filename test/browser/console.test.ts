/**
 * The console's pages in a real browser: with and without a mouse, in light and dark, on a telephone's width. Accessibility is
 * judged by axe, and what pages may load by the browser itself, which keeps to their policy.
 * @see https://github.com/dequelabs/axe-core
 */
import { createServer } from "node:http";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { ANN, type ConsoleHouse, openConsoleHouse, STRANGER } from "../console/console-house";
import { accessibilityFaults } from "./accessibility";
import { findChromium, launchChromium } from "./chromium";

const program = findChromium();
const PLENTY = { vanity: { lookupsPerMinute: 600 } };
const NOW = "2026-01-05T15:00";
const EVERYDAY = { locale: "en-US" } as const;
let browser: Browser;
let house: ConsoleHouse;
/** Of everybody who does not sign in: each page of its own would cost a process, which takes a second of a busy machine. */
let anybody: BrowserContext;
let page: Page;
/** What pages asked for, and what they or the browser complained of. */
let asked: string[] = [];
let complaints: string[] = [];

(program === undefined ? describe.skip : describe)("in Chromium", () => {
  beforeAll(async () => {
    [browser, house] = await Promise.all([launchChromium(program ?? ""), openConsoleHouse(PLENTY)]);
    anybody = await browser.newContext(EVERYDAY);
    await anybody.grantPermissions(["clipboard-read", "clipboard-write"]);
    // Less than a test may take, so that it is told what was waited for.
    anybody.setDefaultTimeout(15_000);
    page = await anybody.newPage();
    watch(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  afterEach(async () => {
    await page.unrouteAll();
    for (const other of browser.contexts().flatMap((context) => context.pages()))
      if (other !== page) await other.close();
    const [requests, said] = [asked, complaints];
    [asked, complaints] = [[], []];
    expect(requests.filter((url) => !url.startsWith(`${house.url}/`))).toEqual([]);
    expect(said).toEqual([]);
    expect(house.local.journal.complaints).toEqual([]);
    house.local.faults.clear();
  });

  describe("looking a number up", () => {
    test("any way of writing it, with words, meanings, and the keys of the chosen one", async () => {
      await open("/vanity.html");
      await lookUp("356-9377");
      await page.getByText("5 ways to write 3569377.").waitFor();
      expect(await page.getByRole("radio").count()).toBe(5);
      expect(await page.locator(".result").first().innerText()).toMatch(
        /^FLOWERS\s+in words\s+\d+ points\s+flowers\s+\S.+\s+flowers .*letters/,
      );
      const keys = await page.getByRole("img", { name: /^A telephone's keys/ }).getAttribute("aria-label");
      expect(keys).toContain("F is on 3, L is on 5, O is on 6, W is on 9, E is on 3, R is on 7, S is on 7.");
      expect(await rowsOf(".strip")).toEqual(["You read F L O W E R S", "You press 3 5 6 9 3 7 7"]);
      for (const [written, number] of WRITINGS) {
        await page.getByLabel("Telephone number").fill(written);
        await page.keyboard.press("Enter");
        await page.getByText(`5 ways to write ${number}.`).waitFor();
      }
    });

    test.each<[string, string, RegExp]>([
      ["nothing", " ", /Which number\?/],
      ["too little", "12", /no telephone number.*with its area code/],
      ["markup", "<img src=x onerror=alert(1)>", /no telephone number/],
    ])("%s is told kindly, and the field is where one goes on", async (_name, written, message) => {
      await open("/vanity.html");
      await lookUp(written);
      await page.getByRole("alert").waitFor();
      expect(await page.getByRole("alert").innerText()).toMatch(message);
      const field = page.getByLabel("Telephone number");
      expect([await field.getAttribute("aria-invalid"), await focused()]).toEqual(["true", "number"]);
      expect(await page.locator("#found").isVisible()).toBe(false);
      await lookUp("212 555 0137");
      await page.locator("#found").waitFor();
      expect([await page.getByRole("alert").isVisible(), await field.getAttribute("aria-invalid")]).toEqual([
        false,
        null,
      ]);
    });

    test("too many at once are told when to come back, and what fails is not left hanging", async () => {
      await open("/vanity.html");
      house.putItem("vanity", "lookups", { minute: NOW, count: 600, recent: [] });
      await lookUp("212 555 0137");
      await page.getByText(/has to wait.*\(60 seconds\)/).waitFor();
      house.putItem("vanity", "lookups", {});
      await page.route("**/api/vanity*", (route) => route.abort());
      await lookUp("212 555 0137");
      await page.getByText(/Nothing answers/).waitFor();
      for (const [answer, told] of ANSWERS) {
        await page.unroute("**/api/vanity*");
        await page.route("**/api/vanity*", (route) => route.fulfill(answer));
        await lookUp("212 555 0137");
        await page.getByText(told).waitFor();
        expect(await page.locator(".busy").count()).toBe(0);
      }
    });

    test("while it takes long that is shown, and the latest question is the one answered", async () => {
      await open("/vanity.html");
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/api/vanity?number=356*", async (route) => {
        await held;
        await route.continue().catch(() => undefined);
      });
      await lookUp("356 9377");
      await page.getByText("Looking for words").waitFor();
      await lookUp("212 555 0137");
      await page.getByText("5 ways to write +12125550137.").waitFor();
      release();
      await page.getByRole("status").first().waitFor();
      expect(await page.getByText("5 ways to write +12125550137.").isVisible()).toBe(true);
    });

    test("a link brings back the look-up; so do the browser's ways back and forth", async () => {
      await open("/vanity.html");
      await lookUp("(212) 555-0137");
      await page.locator("#found").waitFor();
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByText("The link is copied.").waitFor();
      const link = String(await page.evaluate("navigator.clipboard.readText()"));
      expect(link).toBe(`${house.url}/vanity.html?number=%2B12125550137`);
      await page.goto(link);
      await page.getByText("5 ways to write +12125550137.").waitFor();
      expect(await page.getByLabel("Telephone number").inputValue()).toBe("+12125550137");
      for (let time = 0; time < 2; time++) {
        await lookUp("356 9377");
        await page.getByText("5 ways to write 3569377.").waitFor();
      }
      await page.goBack();
      await page.getByText("5 ways to write +12125550137.").waitFor();
    });

    test("going back to where nothing was asked shows nothing, and going elsewhere on the page asks nothing", async () => {
      await open("/vanity.html");
      await lookUp("12");
      await page.getByRole("alert").waitFor();
      await lookUp("356 9377");
      await page.locator("#found").waitFor();
      const before = asked.length;
      await page.getByLabel("Telephone number").fill("212");
      await page.evaluate("document.querySelector('.skip').click()");
      await page.waitForURL(/#main$/);
      expect(await page.getByLabel("Telephone number").inputValue()).toBe("212");
      for (let step = 0; step < 3; step++) await page.goBack();
      await page.waitForURL(`${house.url}/vanity.html`);
      expect(await page.getByLabel("Telephone number").inputValue()).toBe("");
      for (const shown of ["#found", "#message"]) expect(await page.locator(shown).isVisible()).toBe(false);
      expect(await page.locator("#status").innerText()).toBe("");
      const toApi = asked.slice(before).filter((url) => url.includes("/api/"));
      expect(toApi).toEqual([expect.stringMatching(/number=12$/)]);
    });

    test("where nothing may be copied, the link is selected to be copied by hand", async () => {
      await open("/vanity.html?number=2125550137");
      await page.locator("#found").waitFor();
      await page.evaluate("delete Navigator.prototype.clipboard");
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByText(/The link is selected/).waitFor();
      expect(await page.evaluate("getSelection().toString()")).toContain("number=%2B12125550137");
    });

    test("without a mouse", async () => {
      await open("/vanity.html");
      const stops = [];
      for (let stop = 0; stop < 5; stop++) {
        await page.keyboard.press("Tab");
        stops.push(await focused());
      }
      expect(stops).toEqual(["Skip to the content", "Gatehouse", "sign-in-link", "number", "Spell it"]);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.type("356 9377");
      await page.keyboard.press("Enter");
      await page.locator("#found").waitFor();
      expect(await focused()).toBe("number");
      for (let stop = 0; stop < 2; stop++) await page.keyboard.press("Tab");
      expect(await focused()).toBe("result-1");
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe("result-2");
      // In a form, Enter may send it off: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission
      expect(await page.evaluate("document.activeElement.form")).toBeNull();
      const second = await page.locator(".result").nth(1).locator("label").innerText();
      await page.getByRole("region", { name: `How to dial ${second}` }).waitFor();
      for (const stop of ["link", "copy"]) {
        await page.keyboard.press("Tab");
        expect(await focused()).toBe(stop);
      }
      await page.keyboard.press("Enter");
      await page.locator("#copied:not(:empty)").waitFor();
    });
  });

  describe("signing in", () => {
    test("the whole way, to look-ups that nobody saw before, and out on every device", async () => {
      house.putItem("vanity", "lookups", {
        recent: [{ number: STRANGER, at: `${NOW}:00Z`, by: "phone" }],
      });
      await open("/lookups.html");
      expect(page.url()).toBe(`${house.url}/sign-in.html?then=lookups`);
      expect(await page.content()).not.toContain(STRANGER.slice(2));
      await page.getByLabel("Your telephone’s number").fill("212 555 0123");
      await page.keyboard.press("Enter");
      await page.getByText(/a code is on its way/).waitFor();
      expect(await focused()).toBe("code");
      const code = house.codeFor(ANN.phone) ?? "";
      await page.keyboard.type(code === "000000" ? "111111" : "000000");
      await page.keyboard.press("Enter");
      await page.getByText(/That code is wrong/).waitFor();
      const field = page.getByLabel("Code from the text message");
      expect([await focused(), await field.getAttribute("aria-invalid")]).toEqual(["code", "true"]);
      await field.fill(code);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${house.url}/lookups.html`);
      await page.locator("#found").waitFor();
      expect(await page.locator("#rows").innerText()).toMatch(
        /^\+12125550199\s+Jan 5, 2026, 10:00.AM\s+by calling$/,
      );
      // Chromium takes localhost for a secure place: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
      expect(await page.context().cookies()).toMatchObject([
        { name: "__Host-gatehouse", httpOnly: true, secure: true, sameSite: "Strict", path: "/" },
      ]);
      expect(await page.evaluate("document.cookie")).toBe("");
      await accessible("recent look-ups");
      await page.getByRole("link", { name: `Signed in: ${ANN.name}` }).click();
      await page.getByRole("heading", { name: "You are signed in" }).waitFor();
      expect(await page.locator("b").count()).toBe(0);
      await accessible("signed in");
      const elsewhere = await browser.newContext({ storageState: await anybody.storageState() });
      const other = await openAs(elsewhere, "/lookups.html");
      await other.getByText("One look-up.").waitFor();
      await page.getByRole("button", { name: "Sign out on all devices" }).click();
      await page.getByLabel("Your telephone’s number").waitFor();
      await other.getByRole("button", { name: "Look again" }).click();
      await other.waitForURL(`${house.url}/sign-in.html?then=lookups`);
      await elsewhere.close();
    });

    test("what cannot be done just now is told, and nobody is led elsewhere", async () => {
      house.fault("sync:* console", "status:500");
      await open("/sign-in.html?then=https://example.com/");
      await page.getByLabel("Your telephone’s number").fill("212 555 0123");
      await page.getByRole("button", { name: "Send me a code" }).click();
      await page.getByText(/Twilio Sync does not answer/).waitFor();
      expect(await focused()).toBe("Send me a code");
      expect(page.url()).toContain(house.url);
    });

    test("where it is not set up, that is said in place of a form", async () => {
      const error = { code: "not-set-up", message: "Signing in is not set up here." };
      await page.route("**/api/session", (route) => route.fulfill({ status: 503, json: { error } }));
      await page.goto(`${house.url}/sign-in.html`);
      await page.getByText("Signing in is not set up here.").waitFor();
      expect(await page.getByRole("textbox").count()).toBe(0);
      await accessible("not set up");
    });
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ["the page for numbers", "/vanity.html", async () => undefined],
    ["what was found", "/vanity.html?number=356-9377", () => page.locator("#found").waitFor()],
    ["what was not found", "/vanity.html?number=12", () => page.getByRole("alert").waitFor()],
    ["signing in", "/sign-in.html", () => page.getByLabel("Your telephone’s number").waitFor()],
  ])(
    "%s is for everybody: axe finds nothing, in light and dark, wide and narrow",
    async (name, path, ready) => {
      await open(path);
      await ready();
      await accessible(name);
    },
  );

  test("the longest spelling, and the page that says it is closed, are for everybody, too", async () => {
    const words = [{ text: "incomprehensible", shown: "INCOMPREHENSIBL", definition: "x".repeat(110) }];
    const result = {
      spelling: "INCOMPREHENSIBL",
      words,
      score: -20.5,
      why: "why ".repeat(30),
      rung: "areaCode",
    };
    await page.route("**/api/vanity*", (route) =>
      route.fulfill({ json: { number: "1234567", results: [result] } }),
    );
    await page.goto(`${house.url}/vanity.html?number=1234567`);
    await page.locator("#found").waitFor();
    await accessible("the longest spelling");
    const closed = { contentType: "text/html", body: house.page("closed") };
    await page.route("**/vanity.html", (route) => route.fulfill(closed));
    await page.goto(`${house.url}/vanity.html`);
    await page.getByRole("heading", { name: "This page is not open" }).waitFor();
    await accessible("closed");
  });

  test("the judges are not asleep: an image from elsewhere, a style within, a button without a name", async () => {
    await open("/vanity.html");
    const refused = page.waitForEvent("requestfailed");
    await page.evaluate(`
      document.body.append(Object.assign(new Image(), { src: "https://example.com/x.png" }), document.createElement("button"));
      document.body.setAttribute("style", "color: red");
    `);
    expect((await refused).failure()?.errorText).toBe("csp");
    const said = complaints.splice(0).join();
    for (const rule of ["img-src 'self'", "style-src 'self'"]) expect(said).toContain(rule);
    expect(asked.pop()).toBe("https://example.com/x.png");
    expect(await accessibilityFaults(page)).toContainEqual(expect.stringMatching(/^button-name/));
  });

  test("no page of another host can show ours within its own", async () => {
    const frames = ["/sign-in.html", "/console.css"].map(
      (path) => `<iframe src="${house.url}${path}"></iframe>`,
    );
    const stranger = createServer((_, response) =>
      response.setHeader("content-type", "text/html").end(frames.join("")),
    );
    await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening));
    const address = stranger.address();
    const page = await anybody.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`, {
      waitUntil: "load",
    });
    const shown = () => page.frames().map((frame) => frame.url());
    // What is refused is an error page, which the browser may still be about to show.
    while (shown().some((url) => url === "" || url === "about:blank")) await page.waitForTimeout(20);
    stranger.close();
    expect(shown().slice(1)).toEqual([expect.stringMatching(/^chrome-error:/), `${house.url}/console.css`]);
  });
});

const WORDLESS = {
  ...{ words: [], score: 0, why: "no words", rung: "digits" },
  spelling: "555-7775",
};

/** What may come back, and what is then said. */
const ANSWERS: readonly (readonly [object, RegExp])[] = [
  [{ status: 504, body: "runtime application" }, /status 504/],
  [{ status: 200, contentType: "application/json", body: '{"number":' }, /Nothing answers/],
  [{ json: { number: "5557775", results: [WORDLESS] } }, /spells no words that we know\.$/],
  [{ json: { number: "+12125550100", results: [WORDLESS] } }, /zeros and ones carry no letters\.$/],
];

const WRITINGS: readonly (readonly [string, string])[] = [
  ["2125550137", "+12125550137"],
  [["+44 (0)", "20 7946 0018"].join(""), "+442079460018"],
  ["1 (212) 555-0188 x7", "+12125550188"],
];

/** The page of everybody, somewhere. */
async function open(path: string): Promise<void> {
  await page.goto(house.url + path);
}

/** A page of somebody's own, watched. */
async function openAs(context: BrowserContext, path: string): Promise<Page> {
  const own = await context.newPage();
  watch(own);
  await own.goto(house.url + path);
  return own;
}

function watch(watched: Page): void {
  watched.on("request", (request) => asked.push(request.url()));
  watched.on("pageerror", ({ message }) => complaints.push(message));
  watched.on("console", (message) => {
    // That a request was refused, which the API means to, is told as an error, too.
    if (!/^Failed to load resource: /.test(message.text())) complaints.push(message.text());
  });
}

async function lookUp(written: string): Promise<void> {
  await page.getByLabel("Telephone number").fill(written);
  await page.getByRole("button", { name: "Spell it" }).click();
}

/** What has the focus, by its id or by what it says. */
async function focused(): Promise<string> {
  return String(await page.evaluate("document.activeElement.id || document.activeElement.innerText"));
}

async function rowsOf(table: string): Promise<string[]> {
  const rows = await page.locator(`${table} tr`).allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, " ").trim());
}

async function accessible(name: string): Promise<void> {
  for (const [colorScheme, width] of [
    ["dark", 360],
    ["light", 1000],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect([name, colorScheme, await accessibilityFaults(page)]).toEqual([name, colorScheme, []]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect([name, width, overflow]).toEqual([name, width, 0]);
  }
}
