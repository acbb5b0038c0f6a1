import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { madeUpCards, madeUpIndex } from "../made-up-book";
import { type Row, timesLess } from "../row";
import { runChild } from "../run-child";
import { median } from "../statistics";
import type { Workbench } from "../workbench";

const CONTACTS = 10_000;
const REACH_TIMES = 90;

/** The first look-up in a large book, each in a fresh process, against parsing the vCard in the Function. */
export async function measureFirstLookUp(bench: Workbench): Promise<readonly Row[]> {
  const child = await bench.child("first-look-up");
  const books = { index: join(bench.folder, "book.tsv"), cards: join(bench.folder, "book.vcf") };
  await writeFile(books.index, madeUpIndex(CONTACTS));
  await writeFile(books.cards, madeUpCards(CONTACTS));
  const rounds = bench.quick ? 3 : 9;
  const spend = (kind: keyof typeof books) =>
    Array.from({ length: rounds }, () => Number(runChild(child, kind, books[kind]).printed));
  const measured = {
    value: median(spend("index")),
    unit: "ms",
    of: "reading the compiled index and finding",
  };
  const against = {
    value: median(spend("cards")),
    unit: "ms",
    of: "reading the vCard, parsing with vcard4, finding",
  };
  const ratio = timesLess(measured, against);
  return [
    {
      figure: "first look-up in a book of 10,000 contacts",
      measured,
      against,
      ratio,
      reach: `at least ${REACH_TIMES} times faster`,
      reached: ratio >= REACH_TIMES,
    },
  ];
}
