/** What `npm run vanity -- --help` says. */
export const VANITY_HELP = `npm run vanity -- NUMBER… [--top N] [--words FILE] [--fixed PATTERN] [--spellable N] [--json]
npm run vanity -- --file FILE …
npm run vanity -- --wish WORD… [--country CC] [--area-code NNN] [--top N] [--json]
Says what telephone numbers spell, each word with what it means and each spelling with how its score comes about.

  NUMBER           in any writing; without its country's code it is one of the policy's country, else of the US.
                   Seven digits without an area code will do in North America
  --file FILE      a number a line, - for what comes in by a pipe; blank lines and those that begin with # are passed
                   over. Prints CSV. Lines that are no number are named, and the others spelled
  --top N          so many spellings of each number (1 to 100, default 5)
  --words FILE     words of your own, which earn a bonus: one a line and, behind a tab, what it means. Those of the
                   policy's section vanity count, too
  --fixed PATTERN  what the end must look like: letters and digits for themselves, * for anything: FLOW***
  --spellable N    how many of the last digits may become letters before words reach further back (default 7)
  --country CC     whose numbers those without a country's code are; with --wish, whose numbers to look for

  --wish WORD…     the reverse: which numbers spell a word and, with ACCOUNT_SID and AUTH_TOKEN in .env or the
                   environment, which of them Twilio would sell: local and toll-free numbers, mobile ones elsewhere
  --area-code NNN  with --wish, only numbers with this area code (US and Canada)

  --json           a line for each number or word, and nothing else: { "number": …, "results": [ … ] }
                   or { "word": …, "digits": …, "pattern": …, "numbers": [ … ] }, where "numbers" is null without an account

Exit code 0; 1 when something was no number or no word; 2 when something is missing or out of reach.`;
