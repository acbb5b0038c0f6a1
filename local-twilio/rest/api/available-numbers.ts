import type { AvailableNumber, Inventory, NumberKind } from "../../inventory";
import { NUMBER_KINDS } from "../../inventory";
import { formatNumber } from "../../number-row";
import { readPaging } from "../paging";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { type ApiWorld, absent, accountRouter } from "./api-world";
import { containsPattern } from "./contains-pattern";
import { refuseParameters } from "./refuse-parameters";

/** "How many resources to return in each list page. The default is 50, and the maximum is 1000." */
const MAX_PAGE_SIZE = 1000;
const CAPABILITIES = [
  ["SmsEnabled", "sms"],
  ["MmsEnabled", "mms"],
  ["VoiceEnabled", "voice"],
  ["FaxEnabled", "fax"],
] as const;
const ADDRESSES = [
  ["ExcludeLocalAddressRequired", "local"],
  ["ExcludeForeignAddressRequired", "foreign"],
] as const;
const SUPPORTED: readonly string[] = [
  ...["AreaCode", "Contains", "Beta", "InRegion", "PageSize", "ExcludeAllAddressRequired"],
  ...[...CAPABILITIES, ...ADDRESSES].map(([name]) => name),
];

type Test = (number: AvailableNumber) => boolean;
/** What the numbers for sale are looked for in. */
type ShopWorld = ApiWorld & { readonly inventory: Inventory };

/**
 * Numbers that Twilio could sell. There is one page, without links to others.
 * @see https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource
 */
export function availableNumberRoutes(world: ShopWorld): readonly Route[] {
  const on = accountRouter(world);
  return NUMBER_KINDS.map((kind) =>
    on("GET", `/AvailablePhoneNumbers/{CountryCode}/${kind}.json`, ({ CountryCode }, request) =>
      search(world, { country: CountryCode, kind }, request),
    ),
  );
}

interface Shelf {
  readonly country: string;
  readonly kind: NumberKind;
}

/** A kind of numbers that a country does not have is as good as absent, as the US have no Mobile. */
function search({ account, inventory }: ShopWorld, shelf: Shelf, request: WireRequest): WireReply {
  const { path, query } = request;
  if (inventory.kinds.get(shelf.country)?.includes(shelf.kind) !== true) throw absent(request);
  refuseParameters(query, `ListAvailablePhoneNumber${shelf.kind}`, SUPPORTED);
  const { pageSize } = readPaging(query, MAX_PAGE_SIZE);
  const tests = testsOf(query, shelf);
  const found = [...inventory.numbers.values()].filter(
    (number) => !account.numbers.has(number.phoneNumber) && tests.every((test) => test(number)),
  );
  return {
    status: 200,
    body: {
      available_phone_numbers: found.slice(0, pageSize).map(formatAvailable),
      uri: query.size === 0 ? path : `${path}?${query}`,
    },
  };
}

function testsOf(query: URLSearchParams, { country, kind }: Shelf): Test[] {
  const flag = (name: string) => readFlag(query, name);
  const without = ADDRESSES.filter(([name]) => flag(name)).map(([, kept]) => kept);
  const wanted = CAPABILITIES.map(([name, capability]) => [flag(name), capability] as const);
  const [contains, region] = [query.get("Contains"), query.get("InRegion")];
  const pattern = contains === null ? undefined : containsPattern(contains);
  const areaCode = readAreaCode(query);
  return [
    (number) => number.country === country && number.kind === kind,
    ({ phoneNumber }) => pattern?.test(phoneNumber.slice(1)) ?? true,
    ({ phoneNumber }) => areaCode === undefined || phoneNumber.startsWith(`+1${areaCode}`),
    (number) => region === null || number.region === region,
    ({ capabilities }) =>
      wanted.every(([asked, name]) => asked === undefined || capabilities[name] === asked),
    ({ addressRequirements: needs }) => flag("ExcludeAllAddressRequired") !== true || needs === "none",
    ({ addressRequirements: needs }) => !without.some((kept) => kept === needs),
    ({ beta }) => flag("Beta") !== false || !beta,
  ];
}

/** @throws TwilioError 400/20001 */
function readFlag(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name)?.toLowerCase();
  if (text === undefined || text === "true" || text === "false") return text && text === "true";
  throw new TwilioError(400, 20001, `${name} must be true or false`);
}

/** @see https://www.twilio.com/docs/api/errors/21451 */
function readAreaCode(query: URLSearchParams): string | undefined {
  const text = query.get("AreaCode");
  if (text !== null && !/^[2-9]\d\d$/.test(text))
    throw new TwilioError(400, 21451, `Invalid area code: ${text}`);
  return text ?? undefined;
}

function formatAvailable(number: AvailableNumber): Record<string, unknown> {
  const { voice, sms, mms } = number.capabilities;
  return {
    friendly_name: formatNumber(number.phoneNumber),
    phone_number: number.phoneNumber,
    iso_country: number.country,
    region: number.region,
    ...{ lata: null, locality: null, rate_center: null, postal_code: null, latitude: null, longitude: null },
    address_requirements: number.addressRequirements,
    beta: number.beta,
    capabilities: { voice, sms, mms },
  };
}
