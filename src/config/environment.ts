/** What is known of a variable besides its name. `.env.example` says the same. */
export interface VariableTraits {
  readonly description: string;
  /** What a value looks like. */
  readonly format: string;
  readonly isRequired: boolean;
  /** Whether nobody but the owner may see the value. */
  readonly isSecret: boolean;
  /** Whether deploy sets it, whatever `.env` says. */
  readonly isFilledByDeploy: boolean;
}

/** Our Serverless Services: the one that calls run through, and that of the web console, by their unique names on Twilio. */
export const SERVICE_NAMES = { calls: "gatehouse", console: "gatehouse-console" } as const;

/** Which of our Services: each has variables, a build and a domain of its own. */
export type ServiceRole = keyof typeof SERVICE_NAMES;

/** A variable of Functions, and whose. */
export interface ServiceVariableTraits extends VariableTraits {
  /** The Services that get it: what one has no use for, nobody can take from it. */
  readonly services: readonly ServiceRole[];
}

const plain = { isSecret: false, isFilledByDeploy: false };
const secret = { isSecret: true, isFilledByDeploy: false };
const ofCalls = { services: ["calls"] } as const;
const ofConsole = { services: ["console"] } as const;

/** Every environment variable that a Function reads: deploy makes them variables of its Service. */
export const ENVIRONMENT_NAMES = {
  SYNC_SERVICE_SID: {
    description: "The Sync Service that holds the lists, the strikes, the calls and the voicemails",
    format: "sid(IS)",
    isRequired: true,
    isSecret: false,
    isFilledByDeploy: true,
    services: ["calls", "console"],
  },
  CHALLENGE_SECRET: {
    description:
      "The key from which the digits of each challenge are drawn; without it strangers go straight to voicemail",
    format: "secret, 32 characters or more, such as `openssl rand -hex 32` prints",
    isRequired: true,
    ...secret,
    ...ofCalls,
  },
  LINK_SECRET: {
    description:
      "The key that signs links in mails and whom an office's calls ring; without it mails come without a link, and the menu rings nobody",
    format: "secret, 32 characters or more",
    isRequired: true,
    ...secret,
    ...ofCalls,
  },
  SMTP_URL: {
    description: "The mail server through which voicemails are mailed; without it they are kept as unsent",
    format: "url, such as smtp://user:password@mail.example.com:587, or smtps:// for TLS from the first byte",
    isRequired: false,
    ...secret,
    ...ofCalls,
  },
  MAIL_FROM: {
    description: "The sender of voicemail mails",
    format: "email",
    isRequired: false,
    ...plain,
    ...ofCalls,
  },
  OWNER_PIN_HASH: {
    description:
      "The hash of the owner's PIN for the home's phone, as `npm run pin` makes it; without it the owner has no options by phone",
    format: "text, such as scrypt$16384$8$1$salt$hash",
    isRequired: false,
    ...secret,
    ...ofCalls,
  },
  HOME_PHONE: {
    description:
      "The SIP address under which the home's phone registers; deploy sets it on the Service, whatever stands here",
    format: "text, such as sip:phone@gatehouse-1234567890.sip.twilio.com",
    isRequired: false,
    isSecret: false,
    isFilledByDeploy: true,
    ...ofCalls,
  },
  TELESIGN_CUSTOMER_ID: {
    description:
      "The TeleSign customer whose account pays for scores; needed when reputation.provider is TeleSign's",
    format: "text, such as 11111111-2222-3333-4444-555555555555",
    isRequired: false,
    ...plain,
    ...ofCalls,
  },
  TELESIGN_API_KEY: {
    description: "That customer's API key",
    format: "secret, as TeleSign's portal shows it",
    isRequired: false,
    ...secret,
    ...ofCalls,
  },
  CONSOLE_SECRET: {
    description:
      "The key that signs the sessions of the web console; needed when the policy has console.admins. Another one signs everybody out",
    format: "secret, 32 characters or more",
    isRequired: false,
    ...secret,
    ...ofConsole,
  },
  VERIFY_SERVICE_SID: {
    description:
      "The Verify Service that sends the codes with which one signs in to the web console; deploy sets it on the console's Service, whatever stands here",
    format: "sid(VA)",
    isRequired: false,
    isSecret: false,
    isFilledByDeploy: true,
    ...ofConsole,
  },
} as const satisfies Readonly<Record<string, ServiceVariableTraits>>;

/** The name of a variable that a Function reads. */
export type EnvironmentName = keyof typeof ENVIRONMENT_NAMES;

/** The variables of one of our Services, with what is known of each. */
export function variablesOf(role: ServiceRole): (readonly [string, ServiceVariableTraits])[] {
  const all: readonly (readonly [string, ServiceVariableTraits])[] = Object.entries(ENVIRONMENT_NAMES);
  return all.filter(([, { services }]) => services.includes(role));
}

/** Variables that only commands on the owner's computer read: they never become a Service's variables. */
export const COMMAND_NAMES = {
  ACCOUNT_SID: {
    description: "The Twilio account; in the cloud Twilio sets it itself",
    format: "sid(AC)",
    isRequired: true,
    ...plain,
  },
  AUTH_TOKEN: {
    description: "The account's auth token; in the cloud Twilio sets it itself",
    format: "secret, 32 characters, from the first page of the Twilio console",
    isRequired: true,
    ...secret,
  },
  DOMAIN_NAME: {
    description:
      "Where the deployed Functions are reached; `npm run callbacks` leads its calls there, and mails that `npm run voicemails` sends again link there",
    format: "host, such as gatehouse-1234.twil.io",
    isRequired: false,
    ...plain,
  },
  SIP_USERNAME: {
    description: "The name under which the home's SIP phone registers; needed when the policy has a home",
    format: "text, 32 characters or fewer",
    isRequired: false,
    ...plain,
  },
  SIP_PASSWORD: {
    description:
      "The password with which the home's SIP phone registers; needed when the policy has a home. Twilio tells it to nobody, so deploy does not notice another one: change it in the console, too",
    format: "secret, 12 characters or more: capital and small letters and digits",
    isRequired: false,
    ...secret,
  },
} as const satisfies Readonly<Record<string, VariableTraits>>;

/** The name of a variable that only commands read. */
export type CommandName = keyof typeof COMMAND_NAMES;
