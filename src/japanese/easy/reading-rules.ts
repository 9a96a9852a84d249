import { type Counter, readCounted, readCounterAlone } from '../counters.ts';
import readings from '../data/easy-readings.json' with { type: 'json' };
import { parseFurigana } from '../furigana.ts';
import { isKana } from '../kana.ts';
import type { Finding } from './finding.ts';
import type { PreparedText } from './prepared-text.ts';

const READINGS: Readonly<Record<string, readonly string[]>> = readings;
const COUNTED = /^(\d+)([月日時分人歳])(間?)$/u;
const COUNTER = /^[月日時分人歳]$/u;
/** What a placeholder brings is read when it is filled in, so its counter may stand in any of these. */
const FILLED_COUNTERS = /^(?:がつ|にち|じ|[ふぷ]ん|にん|さい)$/u;
const WITHOUT_NUMBER: Readonly<Record<string, readonly string[]>> = {
  月: ['つき'],
  日: ['ひ'],
  時: ['とき'],
  分: ['ふん', 'ぶん'],
  人: ['ひと'],
  歳: ['さい'],
};
const ASIDE = /(?:左|右|上|下|前|後ろ|東|西|南|北|近く|そちら|どちら)の\s*$/u;

/** All that is looked at of what stands before a base: a long text is gone through once. */
const endOf = (text: string) => text.slice(-40);

type Neighbours = { readonly base: string; readonly before: string; readonly after: string };

/** 方: かた is somebody, ほう a side or what is compared. */
function readSide({ before, after }: Neighbours): readonly string[] {
  if (ASIDE.test(before)) return ['ほう'];
  return /^\s*(?:が|へ|に)/u.test(after) ? ['かた', 'ほう'] : ['かた'];
}

/** A counter alone: as its number wants it. */
function readCounter(counter: Counter, before: string): readonly string[] | RegExp {
  if (/[}#]\s*$/u.test(before)) return FILLED_COUNTERS;
  if (counter === '月' && /\d\s*か$|[}#]\s*か$/u.test(before)) return ['げつ'];
  const digits = /(\d+)\s*$/u.exec(before)?.[1];
  if (digits === undefined) return WITHOUT_NUMBER[counter] ?? [];
  const alone = readCounterAlone(Number(digits), counter);
  return alone ? [alone] : [];
}

/** The readings that the base may have where it stands; null when the table doesn't know it. */
function allowedReadings(place: Neighbours): readonly string[] | RegExp | null {
  const { base, before } = place;
  if (base === '方') return readSide(place);
  if (COUNTER.test(base)) return readCounter(base as Counter, before);
  const [, digits, counter, span] = COUNTED.exec(base) ?? [];
  if (!digits) return Object.hasOwn(READINGS, base) ? (READINGS[base] ?? null) : null;
  if (digits === '1' && counter === '日' && !span) return ['ついたち', 'いちにち'];
  const more = span ? 'かん' : '';
  return Number(digits) > 99 ? null : [readCounted(Number(digits), counter as Counter) + more];
}

/**
 * Y3: each reading is the one that the table of readings has for its kanji, a counter's the one of its number, 方 by
 * what stands around it. Refused when the table has another; a pair that it doesn't have is advice to look (`add`):
 * it belongs into data/easy-readings.json when it is right.
 */
export function checkReadingsAreRight(text: PreparedText): Finding[] {
  const segments = parseFurigana(text.source);
  let at = 0;
  let before = '';
  return segments.flatMap((segment, index): Finding[] => {
    const here = at;
    if ('text' in segment) {
      at += segment.text.length;
      before = endOf(before + segment.text);
      return [];
    }
    const { base, reading } = segment;
    at += (text.source[at] === '｜' ? 1 : 0) + base.length + reading.length + '《》'.length;
    const next = segments[index + 1];
    const allowed = allowedReadings({ base, before, after: next && 'text' in next ? next.text : '' });
    before = endOf(before + base);
    if (!isKana(reading)) return [];
    if (!allowed) return [{ rule: 'Y3', level: 'advised', at: here, params: { base, reading, add: base } }];
    const isRight = allowed instanceof RegExp ? allowed.test(reading) : allowed.includes(reading);
    return isRight
      ? []
      : [{ rule: 'Y3', level: 'refused', at: here, params: { base, reading, kind: 'reading' } }];
  });
}
