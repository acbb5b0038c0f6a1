import { readFile } from "node:fs/promises";
import { choosePolicy } from "../../build/choose-policy";
import { readPolicy, type UncompiledPolicy } from "../../config/read-policy";
import { type FactSource, gathering } from "../fact-source";
import { CannotGather } from "../missing-facts";

/** The policy in force. */
export interface PolicyFound {
  readonly file: string;
  readonly isSample: boolean;
  readonly policy: UncompiledPolicy;
}

/** The owner's policy, or the sample household's while there is none. */
export const policySource: FactSource<PolicyFound> = gathering({
  lacking: "the policy cannot be read",
  needs: [],
  seconds: 5,
  gather: async (_facts, { projectDir }) => {
    const { policyFile: file, isSample } = choosePolicy(projectDir);
    try {
      return { file, isSample, policy: readPolicy(await readFile(file, "utf8"), file) };
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : String(failure);
      throw new CannotGather(why, `Mend ${file}, then npm run build`);
    }
  },
});
