import table from '../../data/easy-proposals.json' with { type: 'json' };
import type { Token } from '../tagger/token.ts';
import type { Edit, Reading } from './place.ts';
import { conjugate, type Form } from './verbs.ts';

const VERBS: Readonly<Record<string, readonly string[]>> = table.verbs;
const SAID: Readonly<Record<string, string>> = table.said;
const WORDS: Readonly<Record<string, readonly string[]>> = table.words;

/** What follows a noun that is said as a verb, and the form that the easy verb takes in its place. */
const ENDINGS: readonly (readonly [after: RegExp, form: Form, more: string])[] = [
  [/^(?:を|が)?(?:お願い(?:いた)?します|おねがい(?:いた)?します|お願い申し上げます)/u, 'te', ' ください'],
  [/^(?:が|は)?必要(?:です|になります|があります|となります)/u, 'te', ' ください'],
  [/^(?:は|が)?(?:不要|必要ありません|必要はありません)(?:です)?/u, 'te', ''],
  [/^(?:は|が)?(?:禁止|厳禁)(?:です|されています|となっています|とします)/u, 'te', 'は いけません'],
  [/^(?:は|が)?(?:可能|できます)(?:です)?/u, 'can', 'ます'],
  [/^(?:は|が)?(?:不可|不可能|できません)(?:です)?/u, 'can', 'ません'],
  [/^できる/u, 'can', 'る'],
  [/^(?:を)?させていただき(?=ます)/u, 'masu', ''],
  [/^(?:を)?(?:いたし|致し|し)(?=ます|ました|ません|たい|ながら)/u, 'masu', ''],
  [/^(?:を)?(?:され|なされ|なさい)(?=ます|ました|ません)/u, 'masu', ''],
  [/^(?:を)?(?:された|した|なさった)(?!ら)/u, 'ta', ''],
  [/^(?:を)?(?:したら|されたら)/u, 'tara', ''],
  [/^(?:を)?(?:されて|して|なさって)/u, 'te', ''],
  [/^(?:を)?してから/u, 'te', 'から'],
  [/^(?:を)?しない/u, 'nai', 'ない'],
  [/^(?:を)?しなければ(?:なりません|ならない|いけません)/u, 'te', ' ください'],
  [/^(?:を)?すれば/u, 'ba', ''],
  [/^(?:を)?しよう/u, 'volitional', ''],
  [/^(?:を)?(?:される|する|なさる)/u, 'plain', ''],
  [/^ください/u, 'te', ' ください'],
  [/^の(?:際|とき|時)/u, 'plain', ' とき'],
  [/^(?:の)?(?:後|あと)/u, 'ta', ' あと'],
  [/^(?:の)?前/u, 'plain', ' 前'],
  [/^の(?:場合)/u, 'plain', ' とき'],
  [/^(?:方法|の方法|の仕方)/u, 'masu', 'かた'],
  [/^(?:期限|期日)/u, 'plain', ' 日'],
  [/^(?:場所|先)/u, 'plain', ' 場所'],
  [/^し(?=、)/u, 'te', ''],
];

/** Easy words in the place of a hard one, with what it stands in: 提出してください gives 出して ください. */
export function easierWords(reading: Reading, found: string, from: number): Edit[] {
  return [...asVerb(reading, found, from), ...asSaid(reading, found, from), ...asWord(reading, found, from)];
}

function asVerb(reading: Reading, found: string, from: number): Edit[] {
  const { compact } = reading.text;
  const stems = Object.hasOwn(VERBS, found) ? (VERBS[found] ?? []) : [];
  const end = from + found.length;
  const rest = compact.slice(end, end + 24);
  const ending = ENDINGS.find(([after]) => after.test(rest));
  if (!ending) return [];
  const [after, form, more] = ending;
  const start = /[ごお御]/u.test(compact[from - 1] ?? '') ? from - 1 : from;
  const joint = jointBefore(reading, start);
  if (joint === null) return [];
  const to = end + (after.exec(rest)?.[0].length ?? 0);
  const isNot = form === 'te' && more === '' && /不要|必要/u.test(rest.slice(0, to - end));
  return stems
    .filter((stem) => joint.put !== 'を ' || !stem.includes('を'))
    .map((stem) => ({
      from: joint.from,
      to,
      put:
        joint.put +
        (isNot ? `${conjugate({ stem }, 'nai')}なくても いいです` : conjugate({ stem }, form) + more),
    }));
}

/**
 * What joins a noun to the one before it, and what joins a verb in its place: 住所の変更をする is 住所を変える, and 駅での喫煙
 * is 駅で. @returns null within a longer word, whose other half would be lost
 */
function jointBefore(
  { tokens }: Reading,
  start: number,
): { readonly from: number; readonly put: string } | null {
  const at = tokens.findIndex(({ to }) => to === start);
  const [before, joint] = [tokens[at - 1], tokens[at]];
  if (joint?.kind === '名詞' && joint.detail !== '副詞可能') return null;
  if (joint?.surface !== 'の' || !before) return { from: start, put: '' };
  return { from: joint.from, put: before.kind === '助詞' ? ' ' : 'を ' };
}

const IS =
  /^(?:です|だ|である|とします|となります|となっております|となっています|になります|でございます)(?![のた])/u;

function asSaid({ text: { compact } }: Reading, found: string, from: number): Edit[] {
  const said = Object.hasOwn(SAID, found) ? SAID[found] : undefined;
  const end = from + found.length;
  const is = IS.exec(compact.slice(end))?.[0];
  const isAlone = end >= compact.length || /^[。！\n」）]/u.test(compact.slice(end));
  return said && (is !== undefined || isAlone) ? [{ from, to: end + (is?.length ?? 0), put: said }] : [];
}

function asWord(reading: Reading, found: string, from: number): Edit[] {
  const { compact } = reading.text;
  // The longest that stands here: 最寄りの before 最寄り.
  const word = Object.keys(WORDS)
    .filter((one) => one.startsWith(found) && compact.startsWith(one, from))
    .sort((a, b) => b.length - a.length)[0];
  if (!word) return [];
  const to = from + word.length;
  const start = /[おご]/u.test(compact[from - 1] ?? '') && /^\p{Script=Han}/u.test(word) ? from - 1 : from;
  if (/\p{Script=Han}$/u.test(word) && isPart(reading, from, to)) return [];
  // 予防接種の当日: its day stands there already.
  const isOfIt = compact[start - 1] === 'の';
  return (WORDS[word] ?? []).map((put) => ({
    from: start,
    to,
    put: (isOfIt ? put.replace(/^その /u, '') : put) + gap(compact, to),
  }));
}

/** Whether a word is a half of a longer one: 期限 of 納付期限. */
function isPart({ tokens }: Reading, from: number, to: number): boolean {
  const isNoun = (one: Token | undefined) =>
    one?.kind === '名詞' && /^(?:一般|サ変接続|固有名詞|接尾|形容動詞語幹)$/u.test(one.detail);
  const [before, after] = [tokens.find((one) => one.to === from), tokens.find((one) => one.from === to)];
  const isCut = tokens.some((one) => one.from < to && one.to > to);
  return (
    isCut ||
    (isNoun(after) && /^\p{Script=Han}/u.test(after?.surface ?? '')) ||
    (isNoun(before) && before?.detail !== '副詞可能')
  );
}

/** A space behind an adverb, where the next phrase begins at once. */
function gap(compact: string, to: number): string {
  return /^[\p{Script=Han}ァ-ヴ]/u.test(compact.slice(to)) ? ' ' : '';
}
