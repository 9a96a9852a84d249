import { readFileSync, writeFileSync } from 'node:fs';
import { toHiragana } from '../kana.ts';
import { makeTownKey } from '../places/town-key.ts';
import municipalityRows from './municipalities.json' with { type: 'json' };

/** Columns of the post's file of all postal codes (KEN_ALL) that we need. */
const [CODE, NAME, KANA] = [0, 8, 5] as const;
/** What stands in the column of town names and is none: the rest of a municipality, all of it, a building, a remark. */
const NO_TOWN = /^以下に掲載がない場合|次に.*番地|一円$|ビル$|タワー|（.*階/u;
/** A postal code (270-1446) still names it, the file of today does not. */
const GONE_FROM_THE_FILE = ['12217', '', '', '', '', 'いわいむらしんでん', '', '', '岩井村新田'];

/**
 * Packs how the towns of our municipalities are read: municipality code to `town:reading;…`, the town as the post writes
 * it without 丁目 and remarks, the reading in hiragana, in the order of the source.
 * @param rows of KEN_ALL, already split; half-width kana are fine
 */
export function packReadings(
  rows: readonly (readonly string[])[],
  codes: ReadonlySet<string>,
): Record<string, string> {
  const readings = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const [code = '', name = '', kana = ''] = [row[CODE], row[NAME], row[KANA]];
    if (!codes.has(code) || NO_TOWN.test(name)) continue;
    const town = name.replace(/[（(].*$/u, '');
    const reading = toHiragana(kana.normalize('NFKC')).replace(/[（(].*$/u, '');
    if (town === '' || reading === '' || /[、〜～:;]/u.test(town)) continue;
    const ofCode = readings.get(code) ?? new Map<string, string>();
    const key = makeTownKey(town).base;
    if (![...ofCode.keys()].some((known) => makeTownKey(known).base === key)) ofCode.set(town, reading);
    readings.set(code, ofCode);
  }
  const packed = [...readings].map(([code, towns]): [string, string] => [
    code,
    [...towns].map((pair) => pair.join(':')).join(';'),
  ]);
  return Object.fromEntries(packed.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function run(file: string | undefined): void {
  if (!file) throw new Error('usage: node make-readings.ts <KEN_ALL as UTF-8>');
  const rows = readFileSync(file, 'utf8')
    .split(/\r?\n/u)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  const packed = packReadings(
    [...rows, GONE_FROM_THE_FILE],
    new Set(municipalityRows.map(([code = '']) => code)),
  );
  writeFileSync(new URL('./towns/readings.json', import.meta.url), `${JSON.stringify(packed, null, 2)}\n`);
}

if (import.meta.main) run(process.argv[2]);
