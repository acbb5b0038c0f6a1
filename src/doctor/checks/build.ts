import { check } from "../check";
import { ok, warning } from "../finding";

const FIX = "npm run build";

export const buildCheck = check({
  name: "build",
  title: "Build",
  needs: ["buildAge"],
  judge: ({ buildAge: { builtAt, newest } }) => {
    if (builtAt === undefined) return [warning("there is none: dist/ lacks Functions or Assets", FIX)];
    if (newest.changedAt > builtAt) return [warning(`${newest.file} has changed since dist/ was built`, FIX)];
    return [ok("dist/ is newer than all it was made from")];
  },
});
