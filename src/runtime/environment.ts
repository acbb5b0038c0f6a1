/** Every environment variable that a Function reads. `.env.example` describes each. */
export const ENVIRONMENT_NAMES = [
  "SYNC_SERVICE_SID",
  "CHALLENGE_SECRET",
  "LINK_SECRET",
  "SMTP_URL",
  "MAIL_FROM",
] as const;
export type EnvironmentName = (typeof ENVIRONMENT_NAMES)[number];
