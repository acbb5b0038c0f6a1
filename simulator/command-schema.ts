import { z } from "zod";
import { secondsSchema } from "./caller-step-schema";
import { calleesSchema } from "./phone-schema";
import { strictSchema } from "./strict-schema";
import { withoutUndefined } from "./without-undefined";

/** The commands that can be run between calls, as from cron. */
const COMMANDS = ["callbacks"] as const;

/** A command that is run between calls, as scenarios write it. */
export const commandSchema = strictSchema("a command", {
  command: z.enum(COMMANDS, { error: COMMANDS.join(", ") }),
  at: secondsSchema.optional(),
  callees: calleesSchema.default({}),
  expect: strictSchema("expect", { placed: z.unknown().optional() }).transform(withoutUndefined).default({}),
});
