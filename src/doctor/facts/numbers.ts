import { listNumbers, type PhoneNumber } from "../../account/phone-numbers";
import { type FactSource, gathering } from "../fact-source";

/** Every number of the account. */
export const numbersSource: FactSource<readonly PhoneNumber[]> = gathering({
  lacking: "the account's numbers cannot be listed",
  needs: ["account"],
  seconds: 60,
  gather: ({ account }) => listNumbers(account),
});
