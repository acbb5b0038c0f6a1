import { SYNC_DOCUMENTS, SYNC_MAPS } from "../../store/maps";
import { check } from "../check";
import { complaintsOr, failure } from "../finding";

export const syncCheck = check({
  name: "sync",
  title: "Sync",
  needs: ["syncObjects"],
  judge: ({ syncObjects: { maps, documents } }) => {
    const missing = [
      ...SYNC_MAPS.filter((name) => !maps.includes(name)).map((name) => `the map ${name}`),
      ...SYNC_DOCUMENTS.filter((name) => !documents.includes(name)).map((name) => `the document ${name}`),
    ];
    return complaintsOr(
      "every map and document is there",
      missing.map((what) => failure(`${what} is not there`, "npm run deploy")),
    );
  },
});
