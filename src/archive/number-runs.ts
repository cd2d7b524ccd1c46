import type { ArchiveDocument, NumberRuns } from "../model/archive.ts";

/** Numbers a sentence lists; the rest are counted. */
const NAMED = 8;

/** A run of 文号: the documents of one issuer under one 代字 in one year, in order. */
export interface Run {
  issuer: string;
  code: string;
  year: number;
}

/** Follows documents in the order of 文号 and tells where a run begins and ends. */
export function runOf({ record }: ArchiveDocument): Run | null {
  const { issuer, number } = record;
  return issuer === null || number === null ? null : { issuer, code: number.code, year: number.year };
}

export const sameRun = (a: Run | null, b: Run | null) =>
  a !== null && b !== null && a.issuer === b.issuer && a.code === b.code && a.year === b.year;

/** Missing stretches of one run, as numbers come in ascending order. */
export function missingOf() {
  const stretches: [number, number][] = [];
  let last = 0;
  let found = 0;
  let missing = 0;
  return {
    add(serial: number) {
      if (serial === last) return;
      if (serial > last + 1) {
        missing += serial - last - 1;
        if (stretches.length < NAMED) stretches.push([last + 1, serial - 1]);
      }
      found++;
      last = serial;
    },
    last: () => last,
    found: () => found,
    missing: () => missing,
    /** 3、5—9；more stretches than are named end in 等. */
    words(): string {
      const named = stretches.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`)).join("、");
      const told = stretches.reduce((sum, [from, to]) => sum + to - from + 1, 0);
      return told < missing ? `${named}等` : named;
    },
  };
}

/** What the runs of all issuers lack, gathered from documents in the order of 文号. Keeps a sentence a run with gaps. */
export function numberRuns(): NumberRuns & { add(document: ArchiveDocument): void; end(): void } {
  const gaps = new Map<string, string>();
  const first = new Map<number, string>();
  let run: Run | null = null;
  let missing = missingOf();
  const close = () => {
    if (run && missing.missing() > 0) {
      const key = keyOf(run.issuer, run.year);
      const words = `${run.code}〔${run.year}〕${missing.words()}号`;
      if (!first.has(run.year)) first.set(run.year, words);
      gaps.set(key, gaps.has(key) ? `${gaps.get(key)}；${words}` : words);
    }
    missing = missingOf();
  };
  return {
    add(document) {
      const next = runOf(document);
      if (!sameRun(run, next)) {
        close();
        run = next;
      }
      if (run) missing.add(document.record.number!.serial);
    },
    end: close,
    gaps: (issuer, year) => gaps.get(keyOf(issuer, year)) ?? null,
    anyGap: (year) => first.get(year) ?? null,
  };
}

const keyOf = (issuer: string, year: number) => `${year} ${issuer}`;
