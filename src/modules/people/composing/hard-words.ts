import type { Finding } from '../../../japanese/easy/finding.ts';
import { checkEasyJapanese } from '../../../japanese/easy.ts';
import type { Reader } from './readers.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What somebody who writes freely can mend; readings and spaces between words are no matter of a message. */
const MENDABLE: readonly Finding['rule'][] = ['Y1', 'Y2', 'Y5', 'Y6', 'Y9'];
const MOST_NAMED = 5;

/** Whom these words are not for as they are: Japanese to somebody who reads none, or only Easy Japanese. */
export function whoReadsNoneOf(words: string, readers: readonly Reader[]): Reader | undefined {
  return KANA.test(words) ? readers.find(({ reads }) => reads.at(-1)?.startsWith('ja') !== true) : undefined;
}

/** The same for hard Japanese, with what is hard, at most five places; nothing for who reads Japanese. */
export function findHardWords(words: string, readers: readonly Reader[]): readonly string[] {
  if (!KANA.test(words) || !readers.some(({ reads }) => reads.at(-1) === 'ja-easy')) return [];
  const findings = checkEasyJapanese(words).filter(
    ({ rule, level }) => level === 'refused' && MENDABLE.includes(rule),
  );
  return [...new Set(findings.map((finding) => nameOf(finding, words)))].slice(0, MOST_NAMED);
}

function nameOf({ params, at }: Finding, words: string): string {
  const { found, instead } = params;
  if (found && instead) return `「${found}」→「${instead}」`;
  return `「${found ?? `${words.slice(at, at + 12).trim()}…`}」`;
}
