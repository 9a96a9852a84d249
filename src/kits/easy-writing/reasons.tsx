import { DAY_EXAMPLE, type Remark } from '../../japanese/writing/index.ts';
import type { Say, Words } from '../../platform/languages/messages.tsx';
import type { aidMessages } from './words.ts';

type Key = Parameters<ReturnType<typeof aidMessages.in>>[0];

const BY_KIND: Readonly<Record<string, Key>> = {
  'double-negative': 'why_y6_double',
  obligation: 'why_y6_obligation',
  passive: 'why_y7_passive',
  causative: 'why_y7_causative',
  'no-weekday': 'why_y12_weekday',
  'length-until': 'why_y12_until',
  reading: 'why_y3_reading',
};
const BY_PARAM: Readonly<Record<string, readonly (readonly [param: string, key: Key])[]>> = {
  Y1: [
    ['characters', 'why_y1_characters'],
    ['commas', 'why_y1_commas'],
  ],
  Y3: [
    ['kanji', 'why_y3_kanji'],
    ['mark', 'why_y3_mark'],
    ['reading', 'why_y3_reading'],
  ],
  Y4: [
    ['percent', 'why_y4_percent'],
    ['kanji', 'why_y4_kanji'],
  ],
};
const BY_RULE: Readonly<Record<string, Key>> = {
  Y2: 'why_y2',
  Y5: 'why_y5',
  Y8: 'why_y8',
  Y9: 'why_y9',
  Y10: 'why_y10',
  Y11: 'why_y11',
  Y12: 'why_y12',
  Y13: 'why_y13',
  Y14: 'why_y14',
  Y15: 'why_y15',
  Y16: 'why_y16',
};

/** Why something is not easy, in a sentence. */
export function reasonFor({ finding }: Remark, t: Say<Key>): Words {
  const { rule, params } = finding;
  const byParam = BY_PARAM[rule]?.find(([param]) => params[param] !== undefined)?.[1];
  const key = BY_KIND[String(params['kind'])] ?? byParam ?? BY_RULE[rule] ?? 'why_y2';
  return t(key, { ...params, example: DAY_EXAMPLE });
}
