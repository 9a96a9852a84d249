import words from '../data/easy-words.json' with { type: 'json' };
import { listBareKanji, parseFurigana } from '../furigana.ts';
import { isKana } from '../kana.ts';
import type { Finding } from './finding.ts';
import { FILLED_IN, listSentences, type PreparedText } from './prepared-text.ts';

const SENTENCE_ADVISED_CHARACTERS = 35;
const SENTENCE_REFUSED_CHARACTERS = 60;
const COMMAS_ADVISED = 2;
const KANJI_SHARE_ADVISED = 0.3;
/** A label of a button may well be all kanji; the share says something from here on. */
const KANJI_SHARE_FROM_CHARACTERS = 20;
const UNSPACED_ADVISED_CHARACTERS = 15;
const TEXT_ADVISED_CHARACTERS = 1000;
const KANJI = /(?!〇)\p{Script=Han}/gu;
const EASY_KANJI = new Set(words.easyKanji);

function countCharacters(text: string): number {
  return [...text.replace(/\ufffc+/gu, FILLED_IN.repeat(2))].length;
}

/** Y1: one sentence, one thing, short. Readings and spaces are not counted, a placeholder counts two. */
export function checkSentenceLength(text: PreparedText): Finding[] {
  return listSentences(text).flatMap(({ sentence, at }) => {
    const findings: Finding[] = [];
    const characters = countCharacters(sentence);
    if (characters > SENTENCE_REFUSED_CHARACTERS) {
      findings.push({
        rule: 'Y1',
        level: 'refused',
        at,
        params: { characters, most: SENTENCE_REFUSED_CHARACTERS },
      });
    } else if (characters > SENTENCE_ADVISED_CHARACTERS) {
      findings.push({
        rule: 'Y1',
        level: 'advised',
        at,
        params: { characters, most: SENTENCE_ADVISED_CHARACTERS },
      });
    }
    const commas = sentence.split('、').length - 1;
    if (commas >= COMMAS_ADVISED) findings.push({ rule: 'Y1', level: 'advised', at, params: { commas } });
    return findings;
  });
}

function findPlainFaults(text: string, from: number): Finding[] {
  const findings: Finding[] = [];
  let searched = 0;
  for (const kanji of listBareKanji(text)) {
    const at = text.indexOf(kanji, searched);
    searched = at + kanji.length;
    findings.push({ rule: 'Y3', level: 'refused', at: from + at, params: { kanji } });
  }
  for (const mark of text.matchAll(/[《》｜]/gu)) {
    findings.push({ rule: 'Y3', level: 'refused', at: from + mark.index, params: { mark: mark[0] } });
  }
  return findings;
}

/** Y3: every kanji has a reading, every reading is kana, no mark of the notation is left over. */
export function checkReadings(text: PreparedText): Finding[] {
  const findings: Finding[] = [];
  let at = 0;
  for (const segment of parseFurigana(text.source)) {
    if ('text' in segment) {
      findings.push(...findPlainFaults(segment.text, at));
      at += segment.text.length;
      continue;
    }
    const { base, reading } = segment;
    if (!isKana(reading)) findings.push({ rule: 'Y3', level: 'refused', at, params: { base, reading } });
    at += (text.source[at] === '｜' ? 1 : 0) + base.length + reading.length + '《》'.length;
  }
  return findings;
}

/** Y4: little kanji, and those that learners meet first. */
export function checkKanji(text: PreparedText): Finding[] {
  const kanji = [...text.compact.matchAll(KANJI)];
  const findings: Finding[] = [];
  const characters = countCharacters(text.compact);
  const share = kanji.length / characters;
  if (characters >= KANJI_SHARE_FROM_CHARACTERS && share > KANJI_SHARE_ADVISED) {
    findings.push({ rule: 'Y4', level: 'advised', at: 0, params: { percent: Math.round(share * 100) } });
  }
  const hard = kanji.filter((match) => match[0] !== '々' && !EASY_KANJI.has(match[0]));
  if (hard[0]) {
    const listed = [...new Set(hard.map((match) => match[0]))].join('');
    const at = text.sourceOfCompact[hard[0].index] ?? 0;
    findings.push({ rule: 'Y4', level: 'advised', at, params: { kanji: listed } });
  }
  return findings;
}

/** Y13: phrases are written apart: no run of more than fifteen characters without a space or a mark. */
export function checkSpacing(text: PreparedText): Finding[] {
  const runs = text.plain.matchAll(/[^\s、。！？!?「」『』（）()・…：:／/\ufffc]+/gu);
  return [...runs].flatMap((run) => {
    const characters = countCharacters(run[0]);
    if (characters <= UNSPACED_ADVISED_CHARACTERS) return [];
    const at = text.sourceOfPlain[run.index] ?? 0;
    return [{ rule: 'Y13', level: 'advised', at, params: { characters, most: UNSPACED_ADVISED_CHARACTERS } }];
  });
}

/** Y14: no more than one sheet of paper. That the most important thing comes first, a person must see. */
export function checkTextLength(text: PreparedText): Finding[] {
  const characters = countCharacters(text.compact);
  if (characters <= TEXT_ADVISED_CHARACTERS) return [];
  return [{ rule: 'Y14', level: 'advised', at: 0, params: { characters, most: TEXT_ADVISED_CHARACTERS } }];
}
