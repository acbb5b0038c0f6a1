import { answer } from "../../../src/runtime/console/api-reply";
import { sessionAnswer } from "../../../src/runtime/console/begin-session";
import { defineAdminFunction } from "../../../src/runtime/console/define-admin-function";

/** GET /api/session: who has signed in, and the token that changes need. */
export const handler = defineAdminFunction("GET", async ({ admin, session }) =>
  answer(sessionAnswer(admin, session)),
);
