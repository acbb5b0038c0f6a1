import { check } from "../check";
import { complaintsOr, failure, warning } from "../finding";

export const linesCheck = check({
  name: "lines",
  title: "Lines",
  needs: ["policy", "numbers", "deployment"],
  judge: ({ policy: { policy }, numbers, deployment }) => {
    const isOurs = (number: string) => numbers.some((one) => one.number === number);
    const foreign = Object.keys(policy.lines)
      .filter((number) => !isOurs(number))
      .map((number) =>
        failure(
          `the policy's line ${number} is not a number of this account`,
          "Correct the policy, or buy the number: https://console.twilio.com (Phone Numbers > Manage)",
        ),
      );
    const former = Object.keys(deployment.numbers)
      .filter((number) => isOurs(number) && !(number in policy.lines))
      .map((number) =>
        warning(`${number} was deployed as a line, and the policy names it no more`, "npm run deploy"),
      );
    return complaintsOr("every line of the policy is a number of this account", [...foreign, ...former]);
  },
});
