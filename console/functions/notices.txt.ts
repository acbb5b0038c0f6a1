import { defineNotice } from "../../src/runtime/console/define-notice";

/** Whose words and definitions the public page shows, and under which licences. */
export const handler = defineNotice("/vanity/NOTICE.txt");
