import type { Row } from "../row";
import type { Workbench } from "../workbench";
import { measureBlockedCall } from "./blocked-call";
import { measureFirstLookUp } from "./first-look-up";
import { measureFreshContact } from "./fresh-contact";
import { measureReputationRule } from "./reputation-rule";
import { measureSyncBeforeFirstWord } from "./sync-before-first-word";
import { measureTestSuite } from "./test-suite";
import { measureVanityCold } from "./vanity-cold";
import { measureVanityFaults } from "./vanity-faults";
import { measureVanityQuality } from "./vanity-quality";
import { measureVanitySize } from "./vanity-size";
import { measureVanitySpeed } from "./vanity-speed";
import { measureWarmContact } from "./warm-contact";
import { measureWholeCalls } from "./whole-calls";

/** Measures one figure, or a few that belong together. Rejects when it cannot. */
export type Figure = (bench: Workbench) => Promise<readonly Row[]>;

/** Every figure, in the order in which they are printed. */
export const figures: Readonly<Record<string, Figure>> = {
  "sync-before-first-word": measureSyncBeforeFirstWord,
  "fresh-contact": measureFreshContact,
  "warm-contact": measureWarmContact,
  "first-look-up": measureFirstLookUp,
  "blocked-call": measureBlockedCall,
  "reputation-rule": measureReputationRule,
  "whole-calls": measureWholeCalls,
  "vanity-quality": measureVanityQuality,
  "vanity-faults": measureVanityFaults,
  "vanity-speed": measureVanitySpeed,
  "vanity-cold": measureVanityCold,
  "vanity-size": measureVanitySize,
  "test-suite": measureTestSuite,
};
