import words from '../data/easy-words.json' with { type: 'json' };
import type { Finding } from './finding.ts';
import type { PreparedText } from './prepared-text.ts';

type WordEntry = { rule: 'Y2' | 'Y15' | 'Y16'; level: Finding['level']; advice: string };

function listEntries(): Map<string, WordEntry> {
  const entries = new Map<string, WordEntry>();
  const add = (
    list: Readonly<Record<string, string>>,
    rule: WordEntry['rule'],
    level: WordEntry['level'],
  ) => {
    for (const [word, advice] of Object.entries(list)) entries.set(word, { rule, level, advice });
  };
  add(words.advised, 'Y2', 'advised');
  add(words.refused, 'Y2', 'refused');
  add(words.oneWord, 'Y15', 'advised');
  add(words.official, 'Y16', 'advised');
  return entries;
}

const ENTRIES = listEntries();
// Longest first: 使用禁止 before 使用, and an official word before the hard words inside it.
// What only looks like one of them: the word it stands in is the right one, or another.
const LOOKALIKES = ['手続き', '不可欠', 'マンスリーサポーター', '可能性', '申込書'];
const ANY_WORD = new RegExp(
  [...LOOKALIKES, ...ENTRIES.keys()].sort((a, b) => b.length - a.length).join('|'),
  'gu',
);
const EXPLAINED = /^[」』]?(?:[（(＝=]|とは|というのは)/u;
const KATAKANA_WORD = /[ァ-ヺー]{4,}/gu;
const KNOWN_KATAKANA = new Set([...words.katakana, ...Object.keys(words.official)]);

/**
 * Y2: easy words in the place of hard ones; Y15: one word for one thing; Y16: a word that offices use is
 * kept and explained, in brackets or by とは, where it first stands.
 */
export function checkWords(text: PreparedText): Finding[] {
  const seen = new Set<string>();
  return [...text.compact.matchAll(ANY_WORD)].flatMap((match): Finding[] => {
    const found = match[0];
    const entry = ENTRIES.get(found);
    if (!entry) return [];
    if (entry.rule === 'Y16') {
      const isFirst = !seen.has(found);
      seen.add(found);
      if (!isFirst || EXPLAINED.test(text.compact.slice(match.index + found.length))) return [];
    }
    const at = text.sourceOfCompact[match.index] ?? 0;
    return [{ rule: entry.rule, level: entry.level, at, params: { found, instead: entry.advice } }];
  });
}

/** Y11: few words in katakana; those that people in Japan meet every day are known. */
export function checkKatakana(text: PreparedText): Finding[] {
  return [...text.compact.matchAll(KATAKANA_WORD)].flatMap((match): Finding[] => {
    if (KNOWN_KATAKANA.has(match[0])) return [];
    const at = text.sourceOfCompact[match.index] ?? 0;
    return [{ rule: 'Y11', level: 'advised', at, params: { found: match[0] } }];
  });
}
