import table from '../../data/easy-proposals.json' with { type: 'json' };
import type { Finding } from '../../easy/finding.ts';
import { writtenDates } from './dates.ts';
import { easierWords } from './nouns-of-verbs.ts';
import type { Edit, Reading } from './place.ts';
import { plainerWords } from './politeness.ts';
import {
  insteadOfDuty,
  insteadOfNoun,
  insteadOfPassive,
  insteadOfTwoNos,
  isInVoice,
  splits,
} from './voices.ts';

const KATAKANA: Readonly<Record<string, string>> = table.katakana;
const SOUNDS: Readonly<Record<string, string>> = {
  ずきずき: 'とても',
  きりきり: 'とても',
  がんがん: 'とても',
  じんじん: 'とても',
};

/** A finding with where it stands in `compact`. */
export interface Placed {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

/** Where each finding stands; they come in the order of the text. One that only looked like a passive is left out: the dictionary knows better. */
export function place(reading: Reading, findings: readonly Finding[]): Placed[] {
  const { sourceOfCompact, compact } = reading.text;
  let next = 0;
  return findings.flatMap((finding): Placed[] => {
    while (next < sourceOfCompact.length && (sourceOfCompact[next] ?? 0) < finding.at) next += 1;
    const start = next < sourceOfCompact.length ? next : 0;
    const found = foundIn(finding, compact, start);
    const from = finding.params['kind'] === 'era' ? Math.max(start, compact.indexOf(found, start)) : start;
    const to = Math.min(compact.length, from + found.length);
    return finding.rule === 'Y7' && !isInVoice(reading, from, to) ? [] : [{ finding, from, to }];
  });
}

function foundIn({ rule, params }: Finding, compact: string, from: number): string {
  if (rule === 'Y1') return /^[^。！？!?\n]+/u.exec(compact.slice(from))?.[0] ?? '';
  if (rule === 'Y13') return compact.slice(from, from + Number(params['characters']));
  if (rule === 'Y4') return params['kanji'] ? (compact[from] ?? '') : '';
  return String(params['found'] ?? params['kanji'] ?? params['base'] ?? params['mark'] ?? '');
}

/** What could stand there instead, the best first; nothing where only the writer can know. */
export function proposeFor(reading: Reading, { finding, from, to }: Placed): Edit[] {
  const { rule, params } = finding;
  const found = reading.text.compact.slice(from, to);
  const kind = String(params['kind'] ?? '');
  switch (rule) {
    case 'Y1':
      return splits(reading, from, to);
    case 'Y2':
      return easierWords(reading, found, from);
    case 'Y5':
      return plainerWords(reading, from);
    case 'Y6':
      return kind === 'obligation'
        ? insteadOfDuty(reading, from, found)
        : insteadOfTwoNos(reading, from, found);
    case 'Y7':
      return kind === 'passive' ? insteadOfPassive(reading, from) : [];
    case 'Y8':
      return Object.hasOwn(SOUNDS, found) ? [{ from, to, put: `${SOUNDS[found]} ` }] : [];
    case 'Y9':
      return lessVague(reading, from, found);
    case 'Y10':
      return insteadOfNoun(reading, from, found);
    case 'Y11':
      return Object.hasOwn(KATAKANA, found) ? [{ from, to, put: KATAKANA[found] ?? '' }] : [];
    case 'Y12':
      return writtenDates(reading, kind, { from, found });
    case 'Y15':
      return [{ from, to, put: String(params['instead']) }];
    case 'Y16':
      return explained(reading, to, String(params['instead']));
    default:
      return [];
  }
}

/** The explanation stands behind the whole word: 再入国許可（…）. */
function explained({ tokens }: Reading, to: number, explanation: string): Edit[] {
  const end = tokens.reduce(
    (at, one) =>
      one.from === at && one.kind === '名詞' && /^\p{Script=Han}/u.test(one.surface) ? one.to : at,
    to,
  );
  const last = tokens.find((one) => one.to >= end && one.from < end);
  return last ? [{ from: last.from, to: last.to, put: `${last.surface}（${explanation}）` }] : [];
}

function lessVague({ text: { compact } }: Reading, from: number, found: string): Edit[] {
  const rest = compact.slice(from);
  const instead: readonly (readonly [RegExp, string])[] = [
    [/^と(?:思|おも)われます/u, 'と 思います'],
    [/^と考えられます/u, 'と 思います'],
    [/^(?:恐|おそ)れがあります/u, 'ことが あります'],
    [/^可能性があります/u, 'ことが あります'],
    [/^など/u, ''],
    [/^等/u, ''],
    [/^ような場合/u, ' とき'],
  ];
  const match = instead.find(([pattern]) => pattern.test(rest));
  if (!match) return [];
  const whole = match[0].exec(rest)?.[0] ?? found;
  // 遅れる恐れがあります, but 地震の恐れ needs its verb.
  if (/恐|おそ|可能/u.test(whole) && /の$/u.test(compact.slice(0, from))) return [];
  return [{ from, to: from + whole.length, put: match[1] }];
}
