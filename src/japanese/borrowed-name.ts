import { withoutDirections } from './text.ts';

/** Words of the organization's own people, in the four languages; as parts of a name in scripts without spaces. */
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
const WORDS = ['jii', 'admin', 'administrator', 'staff', 'official', 'coordinator', 'moderator'];
const NAMES_OF_HOUSE = ['japaninterculturalintelligence'];

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
 */
export function isBorrowedName(name: string): boolean {
  const folded = withoutDirections(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const plain = folded.replace(/[^\p{L}\p{N}\p{M}ー]+/gu, '');
  if (OFFICES.some((office) => plain.includes(office))) return true;
  const latin = [...folded.normalize('NFD').replace(/\p{Mn}/gu, '')]
    .map((one) => LOOK_ALIKES[one] ?? one)
    .join('');
  const words = latin.split(/[^a-z]+/u);
  const joined = words.join('');
  return (
    WORDS.some((word) => words.includes(word) || joined === word) ||
    NAMES_OF_HOUSE.some((house) => joined.includes(house))
  );
}
