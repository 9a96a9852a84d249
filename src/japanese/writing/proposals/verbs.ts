const ROWS = [
  'わいうえお',
  'かきくけこ',
  'がぎぐげご',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'ばびぶべぼ',
  'まみむめも',
  'らりるれろ',
];
const I_ROW = 'いきぎしちにびみり';
/** Stems on the row of い that are verbs of one row all the same (降ります, できます), and those of one kanji. */
const ONE_ROW =
  /(?:[見着出寝得居]|降り|(?:^|[ をで])(?:おり|かり|い)|(?<=て|で)い|でき|出来|借り|起き|足り|過ぎ|すぎ|落ち|おち|閉じ|とじ|感じ|生き)$/u;
const GO = /(?:行き|(?<![\p{Script=Han}ぁ-ん])いき)$/u;
const DO = /(?:[\p{Script=Han}ァ-ヴー]{2,}|[をにとくう ]|^)し$/u;
const COME = /(?:^|[てで ])(?:来|き)$/u;

export type Form = 'masu' | 'te' | 'ta' | 'nai' | 'plain' | 'ba' | 'volitional' | 'can' | 'tara';

/** A verb by the stem before ます, as tables of easy words have it: 出し, 書き, 見, 説明し. */
export interface Verb {
  readonly stem: string;
}

type Kind = 'one' | 'five' | 'do' | 'come';

function kindOf(stem: string): Kind {
  if (COME.test(stem)) return 'come';
  if (ONE_ROW.test(stem)) return 'one';
  if (DO.test(stem)) return 'do';
  return I_ROW.includes(stem.at(-1) ?? '') ? 'five' : 'one';
}

/** 出し gives 出さ, 出す, 出せ, 出そ by the row. */
function onRow(stem: string, row: 0 | 2 | 3 | 4): string {
  const last = stem.at(-1) ?? '';
  const letters = ROWS.find((one) => one[1] === last) ?? '';
  return stem.slice(0, -1) + (letters[row] ?? last);
}

const SOUND: Readonly<Record<string, string>> = {
  い: 'って',
  ち: 'って',
  り: 'って',
  み: 'んで',
  び: 'んで',
  に: 'んで',
  き: 'いて',
  ぎ: 'いで',
  し: 'して',
};

function teOf(stem: string, kind: Kind): string {
  if (kind !== 'five') return `${stem}て`;
  if (GO.test(stem)) return `${stem.slice(0, -1)}って`;
  return stem.slice(0, -1) + (SOUND[stem.at(-1) ?? ''] ?? 'て');
}

/** One ending for each kind of verb. */
const ENDINGS: Readonly<
  Record<'nai' | 'plain' | 'ba' | 'volitional' | 'can', (stem: string, kind: Kind) => string>
> = {
  nai: (stem, kind) =>
    kind === 'five' ? onRow(stem, 0) : kind === 'come' ? stem.replace(/き$/u, 'こ') : stem,
  plain: (stem, kind) => {
    if (kind === 'do') return `${stem.slice(0, -1)}する`;
    if (kind === 'come') return `${stem.replace(/き$/u, 'く')}る`;
    return kind === 'one' ? `${stem}る` : onRow(stem, 2);
  },
  ba: (stem, kind) => {
    if (kind === 'do') return `${stem.slice(0, -1)}すれば`;
    if (kind === 'come') return `${stem.replace(/き$/u, 'く')}れば`;
    return kind === 'one' ? `${stem}れば` : `${onRow(stem, 3)}ば`;
  },
  volitional: (stem, kind) =>
    kind === 'five' ? `${onRow(stem, 4)}う` : `${kind === 'come' ? stem.replace(/き$/u, 'こ') : stem}よう`,
  can: (stem, kind) => {
    if (kind === 'do') return `${stem.slice(0, -1)}でき`;
    if (kind === 'come') return `${stem.replace(/き$/u, 'こ')}られ`;
    return kind === 'one' ? `${stem}られ` : onRow(stem, 3);
  },
};

/**
 * A verb in one of its forms; `masu` and `can` are stems before ます, `nai` is before ない.
 * @param stem before ます: 出し, 書き, 行き, 見; 説明し and 来 are told by how they are written
 */
export function conjugate({ stem }: Verb, form: Form): string {
  const kind = kindOf(stem);
  if (form === 'masu') return stem;
  if (form === 'te') return teOf(stem, kind);
  if (form === 'ta' || form === 'tara') {
    const ta = teOf(stem, kind).replace(/て$/u, 'た').replace(/で$/u, 'だ');
    return form === 'ta' ? ta : `${ta}ら`;
  }
  return ENDINGS[form](stem, kind);
}

/** The stem before ます of a verb as it stands in a dictionary, by how its next-to-last letter sounds. @param way `one-row`: 食べる, 見る */
export function stemOf(base: string, way: 'one-row' | 'other'): string {
  if (/する$/u.test(base)) return base.replace(/する$/u, 'し');
  if (/(?:来る|くる)$/u.test(base)) return base.replace(/来る$/u, '来').replace(/くる$/u, 'き');
  if (way === 'one-row') return base.replace(/る$/u, '');
  const row = ROWS.find((letters) => letters[2] === base.at(-1));
  return row ? base.slice(0, -1) + row[1] : base;
}
