import { QUESTION_NAMES } from "../../../src/setup/question";
import { QUESTIONS } from "../../../src/setup/questions";
import { readSetupOptions, SETUP_HELP } from "../../../src/setup/setup-options";

test("each question that is no secret has a flag; help names every flag and variable", () => {
  for (const name of QUESTION_NAMES) {
    const { isSecret, variable } = QUESTIONS[name];
    expect(SETUP_HELP).toContain(variable);
    if (isSecret) continue;
    expect([...readSetupOptions([`--${name}`, "x"]).flags]).toEqual([[name, "x"]]);
    expect(SETUP_HELP).toContain(`--${name} `);
  }
});

test("a line may be given more than once", () => {
  expect(readSetupOptions(["--line", "a", "--line", "b"]).flags.get("line")).toBe("a,b");
});

// https://man7.org/linux/man-pages/man5/proc_pid_cmdline.5.html: any user reads the arguments of a process
test.each([
  ["--auth-token", "Set AUTH_TOKEN in the environment, or pipe it to --auth-token-stdin"],
  ["--smtp-url", "Set SMTP_URL in the environment"],
])("%s is refused, and what came with it is not repeated", (flag, advice) => {
  const attempts = [[flag, "s3cret"], [`${flag}=s3cret`]].map((words) => messageOf(words));
  for (const message of attempts) {
    expect(message).toContain(advice);
    expect(message).not.toContain("s3cret");
  }
});

test.each([[["--auth-token-stdin", "s3cret"]], [["--authtoken=s3cret"]], [["--json=s3cret"]]])(
  "%j is refused without repeating what may be a secret",
  (words) => {
    expect(messageOf(words)).not.toContain("s3cret");
  },
);

function messageOf(words: readonly string[]): string {
  try {
    readSetupOptions(words);
  } catch (error) {
    return String(error);
  }
  throw new Error("was not refused");
}
