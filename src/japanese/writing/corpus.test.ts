import { describe, expect, test } from 'vitest';
import measured from '../data/measured.json' with { type: 'json' };
import sentences from '../data/office-sentences.json' with { type: 'json' };
import unseen from '../data/office-sentences-unseen.json' with { type: 'json' };
import { parseFurigana, stripFurigana } from '../furigana.ts';
import { examine, type Remark } from './index.ts';

const today = Temporal.PlainDate.from('2026-11-30');
/** What is counted and not judged: length, missing readings, kanji, spaces. */
const JUDGED = /^Y(?:2|5|6|7|8|9|10|11|12|15|16)$/;

interface Sentence {
  /** As it is read. */
  readonly read: string;
  /** What should be found in it: a part of each place. */
  readonly finds: readonly string[];
}

/** Readings by where they stand; those that touch are one. */
function runsOf(text: string): Map<string, string> {
  let at = 0;
  const runs: { from: number; to: number; reading: string }[] = [];
  for (const segment of parseFurigana(text)) {
    const from = at;
    at += 'text' in segment ? segment.text.length : segment.base.length;
    if ('text' in segment) continue;
    const last = runs.at(-1);
    if (last?.to === from) {
      last.to = at;
      last.reading += segment.reading;
    } else runs.push({ from, to: at, reading: segment.reading });
  }
  return new Map(runs.map(({ from, to, reading }) => [`${from}–${to}`, reading]));
}

const placeOf = ({ finding, words }: Remark): string =>
  finding.params['kind'] === 'no-weekday' ? 'no-weekday' : words;

async function measure(rows: readonly Sentence[]) {
  const sum = { sentences: rows.length, read: 0, wrong: 0, found: 0, right: 0, missed: 0, proposed: 0 };
  const faults: string[] = [];
  for (const row of rows) {
    const examined = await examine(stripFurigana(row.read), today);
    const got = runsOf(examined.withReadings);
    for (const [place, reading] of runsOf(row.read)) {
      sum.read += 1;
      if (got.get(place) === reading) continue;
      sum.wrong += 1;
      faults.push(`${reading} is read ${got.get(place)}: ${row.read}`);
    }
    const found = examined.remarks.filter(({ finding }) => JUDGED.test(finding.rule));
    const places = found.map(placeOf);
    sum.found += found.length;
    sum.proposed += found.filter(({ proposals }) => proposals.length > 0).length;
    sum.right += places.filter((place) => row.finds.some((find) => place.includes(find))).length;
    const missed = row.finds.filter((find) => !places.some((place) => place.includes(find)));
    sum.missed += missed.length;
    faults.push(...missed.map((find) => `${find} is not found: ${row.read}`));
  }
  return { ...sum, precision: sum.right / sum.found, faults };
}

describe('sentences as offices write them, invented by us', () => {
  test('of those that the aid was made with, each reading and each finding is right', async () => {
    const result = await measure(sentences);
    console.info(JSON.stringify(result));
    expect(result.sentences).toBeGreaterThanOrEqual(60);
    expect(result.faults).toEqual([]);
    expect(result.precision).toBe(1);
    expect(result.proposed / result.found).toBeGreaterThan(0.7);
  });

  test('of those it had never seen, it is at least as right as the page says it was then', async () => {
    const result = await measure(unseen);
    console.info(JSON.stringify(result));
    expect(result.sentences).toBe(measured.sentences);
    expect(result.read).toBe(measured.read);
    expect(result.wrong).toBeLessThanOrEqual(measured.wrong);
    expect(result.missed).toBeLessThanOrEqual(measured.missed);
    expect(result.precision).toBeGreaterThanOrEqual(measured.right / measured.found);
  });
});
