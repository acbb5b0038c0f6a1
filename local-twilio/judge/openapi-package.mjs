/**
 * Twilio's published OpenAPI documents, by which local Twilio is judged. They are taken from one pinned npm package, whose
 * checksum is fixed here; the package itself is not installed (it would bring some 270 others). Plain JavaScript, because
 * it runs while the project is being installed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const PACKAGE = "@twilio/cli-core";
const VERSION = "8.3.2";
const INTEGRITY =
  "sha512-qRTAZS15i/nseKHu2zZIb1BD78WFRVOWM65iC9JqjZdNpz5KQaiEI1klsLcWDi1pwXH9JG6pbFXJrIiYRJw/dw==";
const DOCUMENTS = ["sync_v1", "studio_v2", "api_v2010", "serverless_v1", "verify_v2", "lookups_v2"];

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const target = join(root, "local-twilio", "openapi");
const wanted = new Map([
  ["package/LICENSE", "LICENSE"],
  ...DOCUMENTS.map((name) => [`package/src/services/twilio-api/twilio_${name}.json`, `twilio_${name}.json`]),
]);

function integrityOf(bytes) {
  return `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
}

/** Whether every document is there, as it was fetched. */
export function isIntact() {
  try {
    const source = JSON.parse(readFileSync(join(target, "source.json"), "utf8"));
    const hasEvery = [...wanted.values()].every(
      (name) => integrityOf(readFileSync(join(target, name))) === source.files[name],
    );
    return hasEvery && source.integrity === INTEGRITY;
  } catch {
    return false;
  }
}

/** Runs in the project's folder, so that the project's own npm settings hold; flags undo what an outer npm may have set. */
function pack(folder, flags) {
  const npm = /npm-cli\.js$/.test(process.env.npm_execpath ?? "") ? process.env.npm_execpath : undefined;
  const parts = [
    ...[
      "pack",
      `${PACKAGE}@${VERSION}`,
      "--pack-destination",
      folder,
      "--loglevel=error",
      "--ignore-scripts",
    ],
    ...["--json=false", "--dry-run=false", "--workspaces=false", "--include-workspace-root=false", ...flags],
  ];
  const options = { cwd: root, encoding: "utf8", shell: npm === undefined && process.platform === "win32" };
  const ran = npm ? spawnSync(process.execPath, [npm, ...parts], options) : spawnSync("npm", parts, options);
  return {
    ok: ran.status === 0,
    output: `${ran.error?.message ?? ""}${ran.stderr ?? ""}${ran.stdout ?? ""}`,
  };
}

function download(folder) {
  const first = pack(folder, []);
  const unusableCache = !first.ok && /EACCES|EPERM|EROFS/.test(first.output);
  const result = unusableCache ? pack(folder, ["--cache", join(folder, "cache")]) : first;
  const file = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (!result.ok || file === undefined)
    throw new Error(`npm pack ${PACKAGE}@${VERSION} failed: ${lastLineOf(result.output)}`);
  return readFileSync(join(folder, file));
}

function lastLineOf(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !line.includes("A complete log"));
  return lines.find((line) => line.includes("npm error")) ?? lines.at(-1) ?? "no output";
}

/** The files of a tar archive: 512-byte headers with the name at 0 and the size, in octal, at 124. */
function* filesOfTar(tar) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString("utf8", at, at + 100).split("\0")[0];
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8);
    yield [name, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function store(archive) {
  const files = {};
  const fresh = `${target}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [path, bytes] of filesOfTar(gunzipSync(archive))) {
      const name = wanted.get(path);
      if (name === undefined) continue;
      writeFileSync(join(fresh, name), bytes);
      files[name] = integrityOf(bytes);
    }
    const missing = [...wanted.values()].filter((name) => !(name in files));
    if (missing.length > 0) throw new Error(`${PACKAGE}@${VERSION} does not hold ${missing.join(", ")}`);
    const source = { package: PACKAGE, version: VERSION, integrity: INTEGRITY, files };
    writeFileSync(join(fresh, "source.json"), `${JSON.stringify(source, null, 2)}\n`);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Fetches the documents into local-twilio/openapi. @throws Error saying what went wrong, in one line */
export function fetchDocuments() {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-openapi-"));
  try {
    const archive = download(folder);
    const found = integrityOf(archive);
    if (found !== INTEGRITY)
      throw new Error(`${PACKAGE}@${VERSION} has checksum ${found}, expected ${INTEGRITY}`);
    store(archive);
    return `Twilio's OpenAPI documents (${PACKAGE}@${VERSION}) are in local-twilio/openapi`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
