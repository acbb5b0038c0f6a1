import type { CountryCode } from "../telephony/e164";
import { findWished, type WishedNumber } from "./find-wished";
import { isNorthAmerican } from "../telephony/north-american";
import { readWish, type Wish } from "./read-wish";
import { renderWish, renderWishJson } from "./render-wish";
import type { VanityOptions } from "./vanity-options";
import type { VanityWorld } from "./vanity-world";

/** How many numbers of each kind are shown when nothing is said. */
const USUAL_COUNT = 10;

const NO_ACCOUNT =
  "To see which of them Twilio would sell, set ACCOUNT_SID and AUTH_TOKEN in .env or the environment: npm run setup asks for them.";

/**
 * Says which numbers spell words, and which of them Twilio would sell. What is no word is told of, and the others go on.
 * @returns how many were none
 * @throws AccountFailure; Error for an area code where there are none
 */
export async function grantWishes(
  world: VanityWorld,
  options: VanityOptions,
  country: CountryCode,
): Promise<number> {
  if (options.areaCode !== undefined && !isNorthAmerican(country))
    throw new Error(`--area-code ${options.areaCode} goes with the US and Canada only, not with ${country}`);
  const find = finderOf(world, options, country);
  if (find === undefined) world.tell(NO_ACCOUNT);
  const render = options.isJson ? renderWishJson : renderWish;
  let bad = 0;
  for (const text of options.positionals) {
    const wish = understand(text, country);
    if (typeof wish === "string") {
      bad += 1;
      world.tell(wish);
      continue;
    }
    const numbers = await find?.(wish).catch(async (failure: unknown) => {
      // To tell which numbers spell it, no answer is needed.
      await world.print(render({ ...wish, numbers: null }));
      throw failure;
    });
    await world.print(render({ ...wish, numbers: numbers ?? null }));
  }
  return bad;
}

function understand(text: string, country: CountryCode): Wish | string {
  try {
    return readWish(text, country);
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

/** Undefined when there is no account to ask. */
function finderOf(
  { variables, openAccount, tell }: VanityWorld,
  { areaCode, top = USUAL_COUNT }: VanityOptions,
  country: CountryCode,
): ((wish: Wish) => Promise<readonly WishedNumber[] | undefined>) | undefined {
  if (!variables.ACCOUNT_SID || !variables.AUTH_TOKEN) return undefined;
  const account = openAccount(variables);
  return async (wish) => {
    const found = await findWished(account, wish, { country, areaCode, limit: top });
    if (found === undefined) tell(`Twilio sells no numbers of ${country}.`);
    return found;
  };
}
