import { check } from "../check";
import { ok, warning } from "../finding";

const DEPLOY = "npm run deploy";

export const liveBuildCheck = check({
  name: "live-build",
  title: "Live build",
  needs: ["liveService", "deployment", "project"],
  judge: ({
    liveService: { buildSid },
    deployment: { builds },
    project: {
      builds: { calls: build },
    },
  }) => {
    const live = builds[buildSid];
    if (live === undefined)
      return [warning("what runs was not built by npm run deploy, so it may be anything", DEPLOY)];
    return live === build.fingerprint
      ? [ok("what runs is what is in dist/")]
      : [
          warning(
            "what runs is not what is in dist/",
            `npm run deploy -- --plan shows the difference; ${DEPLOY}`,
          ),
        ];
  },
});
