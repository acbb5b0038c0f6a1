import type { CallEvent, CallOutcome } from "../local-twilio/voice/call-outcome";
import type { CallReport } from "./call-report";
import type { Mail } from "./mailbox";
import type { Paint } from "./paint";
import type { Text } from "./sent-texts";
import type { FinishedCall, ScenarioRun } from "./run-scenario";
import { wordsOf } from "./words-of";

/** A call for people: a numbered timeline of both sides, the way through the flow, the verdict and the end. */
export function printCall({ outcome, report, phones }: FinishedCall, paint: Paint): string {
  return [
    paint.bold(`Call from ${report.from} to ${report.to}`),
    ...printEvents(outcome, paint),
    ...printPhones(outcome, phones, paint),
    ...printSummary(report, paint),
  ].join("\n");
}

/**
 * The other side of a call: what went on at each phone that heard something before it was connected, and at each that was
 * rung into a conference.
 */
export function printPhones({ called }: CallOutcome, phones: readonly CallOutcome[], paint: Paint): string[] {
  const whisperedTo = called.filter((callee) => wordsOf(callee).length > 0);
  return [...whisperedTo, ...phones].flatMap((phone) => [
    paint.bold(`  ${phone.to} rings and shows ${phone.from}`),
    ...printEvents(phone, paint),
  ]);
}

/** A call that the product placed. */
export function printPlaced(outcome: CallOutcome, paint: Paint): string[] {
  return [
    paint.bold(`Call placed to ${outcome.to}, showing ${outcome.from}`),
    ...printEvents(outcome, paint),
    ...printPhones(outcome, [], paint),
  ];
}

function printEvents({ events }: CallOutcome, paint: Paint): string[] {
  return events.filter(isTold).map((event, index) => printEvent(event, index, paint));
}

/** What became of a call, without its timeline. */
export function printSummary(report: CallReport, paint: Paint): string[] {
  const { verdict, path, disposition, functions, dialed, rang, syncRequests } = report;
  const requests = `${functions.length} Functions, ${syncRequests} Sync requests before the first word`;
  return [
    field("path", path.join(" > "), paint),
    ...(verdict === null
      ? []
      : [
          ...(verdict.trace ?? []).map((line, index) => field(index === 0 ? "asked" : "", line, paint)),
          field(
            "verdict",
            `${paint.bold(verdict.action)} by the rule ${verdict.rule}: ${verdict.reason}`,
            paint,
          ),
        ]),
    ...dialed.map(({ to, callerId, status }) =>
      field("dialed", `${to} showing ${callerId}: ${status}`, paint),
    ),
    ...rang.map(({ to, from, status }) => field("rang", `${to} showing ${from}: ${status}`, paint)),
    field("end", `${paint.bold(disposition)} ${paint.dim(`(${requests})`)}`, paint),
  ];
}

/** One mail for people. */
export function printMail({ to, subject, text }: Omit<Mail, "html">, paint: Paint): string {
  return [`${paint.bold("Mail")} to ${to}: ${subject}`, ...indent(text)].join("\n");
}

/** One text message for people. */
export function printText({ from, to, body }: Text, paint: Paint): string {
  return [`${paint.bold("Text message")} to ${to} from ${from}:`, ...indent(body)].join("\n");
}

function indent(text: string): string[] {
  return text.split("\n").map((line) => `    ${line}`.trimEnd());
}

/** A scenario for people: a line that says whether it passed, then its calls, mail, text messages and what failed. */
export function printScenario({ report, calls, placed, logs }: ScenarioRun, paint: Paint): string {
  const { ok, name, mail, texts, failures, complaints } = report;
  const trouble = ok ? [] : logs.map(({ path, level, text }) => paint.dim(`  ${path} ${level}: ${text}`));
  return [
    `${ok ? paint.green("ok  ") : paint.red("FAIL")} ${paint.bold(name)}`,
    ...calls.map((call) => printCall(call, paint)),
    ...placed.flatMap((call) => printPlaced(call, paint)),
    ...mail.map((one) => printMail(one, paint)),
    ...texts.map((one) => printText(one, paint)),
    ...trouble,
    ...failures.map((failure) => paint.red(`  failed: ${failure}`)),
    ...complaints.map((complaint) => paint.red(`  complaint: ${complaint}`)),
    "",
  ].join("\n");
}

/** Silence is what is between the other lines. */
function isTold({ kind, text }: CallEvent): boolean {
  return kind !== "heard" || text !== "silence";
}

function printEvent({ at, kind, text }: CallEvent, index: number, paint: Paint): string {
  const time = paint.dim(`${at.toFixed(1).padStart(7)} s`);
  return `${String(index + 1).padStart(4)} ${time}  ${kind.padEnd(9)} ${shorten(text)}`;
}

/** URLs without what is the same in all of them, and without what is sealed. */
function shorten(text: string): string {
  return text
    .replace(/https:\/\/webhooks\.twilio\.com\/v1\/Accounts\/\w+\/Flows\/\w+/, "the flow")
    .replace(/http:\/\/localhost:\d+/, "")
    .replace(/=[\w-]{40,}\.[\w-]{40,}/g, "=…");
}

function field(name: string, text: string, paint: Paint): string {
  return `  ${paint.dim(name.padEnd(8))} ${text}`;
}
