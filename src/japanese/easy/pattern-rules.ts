import type { EasyRule, Finding } from './finding.ts';
import type { PreparedText } from './prepared-text.ts';

type Pattern = { rule: EasyRule; level: Finding['level']; kind: string; pattern: RegExp };

const STEM = '[\\p{Script=Han}かきくけさしせたちつてとなにねひへまみむめらりるれわいえぎげじびべ]';
const NO = '(?:ない|ありません|なかった)';

/** Polite forms that raise the reader or lower the writer, beyond です and ます (Y5). */
const HONORIFICS: readonly Pattern[] = [
  // お待ちください, ご確認ください; not 薬をください, nor お医者さんに見せてください.
  `[おご御]\\p{Script=Han}(?:${STEM}{0,4}[\\p{Script=Han}きぎしちにびみりえけげせてねべめれいわ])?(?<!て|に)ください`,
  '[おご御]\\p{Script=Han}{1,2}[きぎしちにびみりえけげせべめれ]にな[りるっ]',
  'ご\\p{Script=Han}{2}にな[りるっ]|ご覧|ごらん',
  '(?<!あり|おめで|はや)(?:いただ[かきくけい]|頂[きくけい]|頂戴|ちょうだい)',
  'いたします|いたしました|いたしません|致[しす]|申し上げ|もうしあげ',
  '(?<!ありがとう|おはよう|おめでとう)ございま[すし]',
  'ております|ておりません|くださいませ|いらっしゃ[いっらりる](?!ませ)|おっしゃ[いっらりる]',
  'なさいます|なさって|なさる|伺[いう]|うかがいま|拝見|承り|存じ[まあ]|ご遠慮',
].map((source) => ({ rule: 'Y5', level: 'refused', kind: 'honorific', pattern: new RegExp(source, 'gu') }));

const DOUBLE_NEGATIVES: readonly Pattern[] = [
  {
    rule: 'Y6',
    level: 'refused',
    kind: 'double-negative',
    pattern: new RegExp(
      `なく[はも]${NO}|ない(?:わけ|こと|もの|はず)(?:では|じゃ|は|も)${NO}|ないとは(?:言|い)え`,
      'gu',
    ),
  },
  // なければなりません is taught early and often needed; the plain request is easier still.
  {
    rule: 'Y6',
    level: 'advised',
    kind: 'obligation',
    pattern: /な(?:ければ|くては|いと)(?:なりません|ならない|いけません|いけない)/gu,
  },
];

const VAGUE_AND_NOUNISH: readonly Pattern[] = [
  {
    rule: 'Y9',
    level: 'refused',
    kind: 'vague',
    pattern: /と(?:思|おも)われ|(?:恐|おそ)れがあ|と考えられ|可能性があ[るり]/gu,
  },
  {
    rule: 'Y9',
    level: 'advised',
    kind: 'vague',
    pattern: /など(?!く)|等(?=[、。がをにのは])|ような場合|かもしれ/gu,
  },
  {
    rule: 'Y10',
    level: 'advised',
    kind: 'noun-for-verb',
    pattern: /ことが(?:大事|大切|重要|必要)|を(?:行|おこな)[いうっ]|するようにして|することとな/gu,
  },
];

const VOICE_AND_SOUND: readonly Pattern[] = [
  {
    rule: 'Y7',
    level: 'advised',
    kind: 'passive',
    pattern: /(?:(?<![生う])ま|[わかがさたなばら])れ(?:る|ます|ました|ません|て|た|ず|ない)/gu,
  },
  {
    rule: 'Y7',
    level: 'advised',
    kind: 'causative',
    pattern: /(?:[わかがたなばま]|(?<![知し])ら|(?<!合)わ|さ)せ(?:る|ます|ました|ません|た|て(?!ください))/gu,
  },
  {
    rule: 'Y8',
    level: 'advised',
    kind: 'onomatopoeia',
    pattern:
      /(?!ませませ|インイン|いろいろ|だんだん|ときどき|それぞれ|もしもし|そろそろ|たびたび|ますます|まだまだ|なかなか|どんどん)([ぁ-んァ-ヶ])(?!\1)([ぁ-んァ-ヶー])\1\2/gu,
  },
];

const PATTERNS = [...HONORIFICS, ...DOUBLE_NEGATIVES, ...VAGUE_AND_NOUNISH, ...VOICE_AND_SOUND];

/**
 * Y5 (です and ます, no honorifics), Y6 (no double negative), Y7 (neither passive nor causative), Y8 (no
 * onomatopoeia), Y9 (no vague ends), Y10 (verbs, not nouns made of verbs), found by their spelling. Y7 and
 * Y8 cannot be told from look-alikes without a dictionary and are advice only.
 */
export function checkPatterns(text: PreparedText): Finding[] {
  return PATTERNS.flatMap(({ rule, level, kind, pattern }) =>
    [...text.compact.matchAll(pattern)].map((match) => ({
      rule,
      level,
      at: text.sourceOfCompact[match.index] ?? 0,
      params: { kind, found: match[0] },
    })),
  );
}
