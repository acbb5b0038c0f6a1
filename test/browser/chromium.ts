import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Where browsers with Chromium's engine are, as their installers put them; the one without windows takes a third of the time. */
const KNOWN = [
  ...["chromium-headless-shell", "chromium", "chromium-browser"].map((name) => `/usr/bin/${name}`),
  ...["google-chrome", "google-chrome-stable", "microsoft-edge"].map((name) => `/usr/bin/${name}`),
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const LOCK = join(tmpdir(), "gatehouse-installs-chromium");
/** Debian's mirror may be slow; a lock that is older was left behind. */
const INSTALL_MS = 5 * 60_000;
const STALE_MS = 2 * INSTALL_MS;

/**
 * A browser for the tests: the one that CHROME_PATH names, one that is installed, or, as root on Debian and its kin, Chromium,
 * installed now. Without any the tests are skipped, which is said aloud, unless CI is set: then that is an error.
 * @returns its program. @throws Error when CHROME_PATH names none, or in CI there is none
 */
export function findChromium(): string | undefined {
  const { CHROME_PATH, CI } = process.env;
  if (CHROME_PATH && !existsSync(CHROME_PATH))
    throw new Error(`Cannot test pages: CHROME_PATH names ${CHROME_PATH}, which is not there`);
  const found = CHROME_PATH || installed() || install();
  if (found !== undefined) return found;
  const why = "no Chromium: install one, or name it in CHROME_PATH";
  if (CI) throw new Error(`Cannot test pages: ${why}`);
  console.warn(`SKIPPED: the tests of the console's pages in a browser. There is ${why}.`);
  return undefined;
}

/** @param program from {@link findChromium} */
export function launchChromium(program: string): Promise<Browser> {
  return chromium.launch({ executablePath: program, headless: true, args: FLAGS });
}

/** As root it needs no sandbox of its own, and it must look nothing up for itself. Its profile is a new folder each time. */
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** While another process installs one, it is there before it works. */
function installed(): string | undefined {
  return isLocked() ? undefined : KNOWN.find((path) => existsSync(path));
}

function install(): string | undefined {
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) return undefined;
  return alone(() => {
    say("installing Debian's Chromium for the tests of the pages, once; this can take some minutes");
    const began = Date.now();
    // With lists that are old, or in part, the browser may be found all the same.
    aptGet("update");
    const isDone = BROWSERS.some((browser) => aptGet("install", ...QUIETLY, browser, FONT));
    say(`${isDone ? "installed" : "not installed"} after ${Math.round((Date.now() - began) / 1000)} s`);
  });
}

const QUIETLY = ["--yes", "--no-install-recommends"];
/** The first is the smaller and the faster one; older Debians lack it. */
const BROWSERS = ["chromium-headless-shell", "chromium"];
/** A browser without a single font draws no text. */
const FONT = "fonts-dejavu-core";

function aptGet(...parts: readonly string[]): boolean {
  const { status, stderr } = spawnSync(
    "apt-get",
    ["--quiet=2", "--option=DPkg::Lock::Timeout=120", "--option=Acquire::Retries=3", ...parts],
    {
      timeout: INSTALL_MS,
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    },
  );
  if (status !== 0) say(`apt-get ${parts[0]} failed: ${stderr?.trim().split("\n").at(-1) ?? "no answer"}`);
  return status === 0;
}

/** Of two test processes one installs, and the other waits for it. */
function alone(work: () => void): string | undefined {
  if (isLocked()) say(`waiting for another process that installs Chromium; if none does, remove ${LOCK}`);
  for (const end = Date.now() + STALE_MS; Date.now() < end; pause()) {
    if (!takeLock()) continue;
    try {
      if (!KNOWN.some((path) => existsSync(path))) work();
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
    return installed();
  }
  return undefined;
}

function takeLock(): boolean {
  if (lockAge() > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

const isLocked = (): boolean => lockAge() >= 0 && lockAge() <= STALE_MS;

/** In milliseconds; -1 when there is none. */
function lockAge(): number {
  const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
  return since === undefined ? -1 : Math.max(0, Date.now() - since);
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

/** At once, past jest, which shows what tests print only when their file is over. */
function say(text: string): void {
  process.stderr.write(`browser tests: ${text}\n`);
}
