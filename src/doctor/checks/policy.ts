import { check } from "../check";
import { failure, ok } from "../finding";

export const policyCheck = check({
  name: "policy",
  title: "Policy",
  needs: ["policy"],
  judge: ({ policy: { file, isSample, policy } }) => {
    const lines = Object.keys(policy.lines).length;
    if (isSample)
      return [failure("there is none of your own: this is the sample household", "npm run setup")];
    return [ok(`${file} is valid, with ${lines} ${lines === 1 ? "line" : "lines"}`)];
  },
});
