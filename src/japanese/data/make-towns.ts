import { readFileSync, writeFileSync } from 'node:fs';
import { centreOf, listOuterRings, readBoundaries } from './boundaries.ts';

/** Municipality code to its towns as Geolonia publishes them: name, latitude, longitude in degrees. */
export type TownSource = Readonly<Record<string, { towns: readonly (readonly [string, number, number])[] }>>;

/** About ten metres; the source is good for a hundred. */
const PARTS_PER_DEGREE = 10_000;
const NO_TOWN_NAME = '（大字なし）';

/**
 * Packs the towns of a prefecture: municipality code to `name,latitude,longitude;…` with coordinates in
 * ten-thousandths of a degree, in the order of the source. Throws on a name that holds `,` or `;`.
 */
export function packTowns(source: TownSource): Record<string, string> {
  const packed: Record<string, string> = {};
  for (const code of Object.keys(source).sort()) {
    packed[code] = (source[code]?.towns ?? [])
      .map(([name, latitude, longitude]) => {
        if (/[,;]/u.test(name)) throw new Error(`town name with a separator: ${name}`);
        return [name, Math.round(latitude * PARTS_PER_DEGREE), Math.round(longitude * PARTS_PER_DEGREE)].join(
          ',',
        );
      })
      .join(';');
  }
  return packed;
}

/** 利島村 is missing in the source: it is given one town in the middle of its island. */
function addMissing(source: TownSource): TownSource {
  const [longitude, latitude] = centreOf(listOuterRings(readBoundaries(13)).get('13362') ?? []);
  return { '13362': { towns: [[NO_TOWN_NAME, latitude, longitude]] }, ...source };
}

function run(folder: string | undefined): void {
  if (!folder) throw new Error('usage: node make-towns.ts <folder with towns-11.json … towns-14.json>');
  for (const prefecture of [11, 12, 13, 14]) {
    const source = JSON.parse(readFileSync(`${folder}/towns-${prefecture}.json`, 'utf8')) as TownSource;
    const packed = packTowns(prefecture === 13 ? addMissing(source) : source);
    writeFileSync(
      new URL(`./towns/towns-${prefecture}.json`, import.meta.url),
      `${JSON.stringify(packed, null, 2)}\n`,
    );
  }
}

if (import.meta.main) run(process.argv[2]);
