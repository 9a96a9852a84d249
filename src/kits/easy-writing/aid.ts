import { isKana, toHiragana } from '../../japanese/kana.ts';
import {
  apart,
  type Examined,
  examine,
  plainOf,
  type ReadWord,
  replaced,
  type Share,
  withWords,
} from '../../japanese/writing/index.ts';
import { dayInJapan } from '../../platform/clock.ts';
import { oneAtATime } from '../../platform/one-at-a-time.ts';
import type { Helped, WritingAid } from '../../platform/web/house.ts';
import { type Act, AID, AID_FIRST, AID_READING, nearest, readAct } from './acts.ts';

/** The longest text that is looked at, in UTF-16 units with its readings. */
export const MOST = 8000;

/** A long text takes a tenth of a second of the thread that serves every page: anybody can send many of them at once. */
const inTurn = oneAtATime();

/** What was found in a field's words, beside the field when its form comes back. */
export interface Seen {
  readonly examined: Examined;
  /** How hard it was when it was looked at first. */
  readonly first: Share;
  readonly act: Act;
  /** `gone`: the words to be replaced are not there any more. */
  readonly done: 'looked' | 'changed' | 'gone';
}

type Values = ReadonlyMap<string, readonly string[]>;

/** The aid of every field that asks for it: looks at the words and gives the form back, nothing sent and nothing kept. */
export const easyWriting: WritingAid = {
  isAsked: (values) => readAct(values.get(AID)?.[0] ?? '') !== null,
  async help(values, now): Promise<Helped> {
    const act = readAct(values.get(AID)?.[0] ?? '') as Act;
    const typed = (values.get(act.field)?.[0] ?? '').replaceAll('\r\n', '\n').normalize('NFC');
    if (typed.length > MOST)
      return {
        values,
        beside: new Map(),
        refusals: [{ code: 'text_is_too_long', field: act.field, params: { most: MOST } }],
      };
    const today = dayInJapan(now);
    const { text, examined } = await inTurn(async () => {
      const changed = await carriedOut(act, typed, { values, today });
      return { text: changed, examined: await examine(changed ?? typed, today) };
    });
    const first = firstOf(values, act.field) ?? examined.share;
    const done = text === null ? 'gone' : text === typed ? 'looked' : 'changed';
    const seen: Seen = { examined, first, act, done };
    return {
      values: new Map([...values, [act.field, [examined.text]]]),
      beside: new Map([[act.field, seen]]),
      refusals: [],
    };
  },
};

/** The text after the act; null where it could not be done. */
async function carriedOut(
  act: Act,
  typed: string,
  { values, today }: { readonly values: Values; readonly today: Temporal.PlainDate },
): Promise<string | null> {
  switch (act.kind) {
    case 'check':
      return typed;
    case 'put': {
      const from = nearest(plainOf(typed), act.words, act.from);
      return from < 0 ? null : replaced(typed, { from, to: from + act.words.length }, act.put);
    }
    case 'apart':
      return apart(typed, today);
    case 'readings': {
      const { readings } = await examine(typed, today);
      return withWords(typed, corrected(readings, values));
    }
  }
}

/** How the name of a word's field ends: the same word has one field, unless it is read in several ways. */
export function namesOf(readings: readonly ReadWord[]): readonly string[] {
  const ways = Map.groupBy(readings, ({ base }) => base);
  const seen = new Map<string, number>();
  return readings.map(({ base }) => {
    const several = new Set(ways.get(base)?.map(({ reading, written }) => written || reading)).size > 1;
    if (!several) return `${AID_READING}.${base}`;
    seen.set(base, (seen.get(base) ?? 0) + 1);
    return `${AID_READING}.${base}.${seen.get(base)}`;
  });
}

/** Each word with the reading that stands in its field; without a field, the one it has or is proposed. */
function corrected(readings: readonly ReadWord[], values: Values): ReadWord[] {
  const names = namesOf(readings);
  return readings.map((word, at) => {
    const typed = values.get(names[at] ?? '')?.[0]?.trim();
    const kept = word.written || word.reading;
    if (typed === undefined) return { ...word, reading: kept };
    return { ...word, reading: typed === '' || isKana(typed) ? toHiragana(typed) : kept };
  });
}

function firstOf(values: Values, field: string): Share | null {
  const found = values.get(AID_FIRST)?.find((one) => one.startsWith(`${field} `));
  const [, hard, words] = /(\d{1,4})\/(\d{1,4})$/u.exec(found ?? '') ?? [];
  return hard && words ? { hard: Number(hard), words: Number(words) } : null;
}
