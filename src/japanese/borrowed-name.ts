import { withoutDirections } from './text.ts';

/** Words for an organization's own people, in the four languages; as parts of a name in scripts without spaces. */
const OFFICES = [
  'コーディネーター',
  'コーディネータ',
  '事務局',
  '管理者',
  '職員',
  'スタッフ',
  '運営',
  '公式',
  '协调员',
  '協調員',
  '工作人员',
  '工作人員',
  '管理员',
  '管理員',
  '官方',
];
/** As words by themselves: Staffan and Adminah are names. */
const WORDS = ['admin', 'administrator', 'staff', 'official', 'coordinator', 'moderator'];
/** Names of organizations with fewer letters are borrowed as words by themselves only: Jiivan is a name. */
const FEW_LETTERS = 6;

/** Letters of other scripts that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'аa',
    'еe',
    'оo',
    'рp',
    'сc',
    'ѕs',
    'іi',
    'јj',
    'тt',
    'мm',
    'ոn',
    'нh',
    'кk',
    'хx',
    'уy',
    'ԁd',
    'αa',
    'οo',
    'ιi',
    'ϳj',
    'τt',
    'ρp',
    '0o',
    '1i',
    'ıi',
    '|i',
  ].map((pair) => [...pair] as [string, string]),
);

/**
 * Whether a name is not somebody's own but the organization's or an office's: whoever reads it would trust a stranger.
 * Judged without regard to case, width, accents, letters that look alike, and signs between letters. Takes any text.
 * @param houses the organization's names, in any language; empty ones count for nothing
 */
export function isBorrowedName(name: string, houses: readonly string[]): boolean {
  const read = readLetters(name);
  const isWord = (word: string) => read.words.includes(word) || read.latin === word;
  return (
    OFFICES.some((office) => read.all.includes(office)) ||
    WORDS.some(isWord) ||
    houses.map(readLetters).some(({ all, latin, isLatin }) => {
      if (!isLatin) return all.length < FEW_LETTERS ? read.all === all : read.all.includes(all);
      return latin.length < FEW_LETTERS ? latin !== '' && isWord(latin) : read.latin.includes(latin);
    })
  );
}

/** A text's letters and digits in all scripts, and as far as they are Latin or look so. */
function readLetters(text: string): { all: string; words: string[]; latin: string; isLatin: boolean } {
  const folded = withoutDirections(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const words = [...folded.normalize('NFD').replace(/\p{Mn}/gu, '')]
    .map((one) => LOOK_ALIKES[one] ?? one)
    .join('')
    .split(/[^a-z]+/u);
  const all = folded.replace(/[^\p{L}\p{N}\p{M}ー]+/gu, '');
  return { all, words, latin: words.join(''), isLatin: !/[^\p{Script=Latin}\p{N}\p{M}]/u.test(all) };
}
