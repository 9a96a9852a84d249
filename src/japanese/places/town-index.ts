import readings from '../data/towns/readings.json' with { type: 'json' };
import saitama from '../data/towns/towns-11.json' with { type: 'json' };
import chiba from '../data/towns/towns-12.json' with { type: 'json' };
import tokyo from '../data/towns/towns-13.json' with { type: 'json' };
import kanagawa from '../data/towns/towns-14.json' with { type: 'json' };
import { makeTownKey } from './town-key.ts';
import { foldReading } from './town-reading.ts';

/** Degrees, JGD2011 (the same as WGS 84 for our purpose). */
export type Point = { lat: number; lon: number };

/** A town (町丁目) with its middle, good to about 100 m. `municipalityCode` and `name` identify it. */
export type Town = Point & { municipalityCode: string; name: string };

export type IndexedTown = {
  readonly town: Town;
  /** The name without 丁目, for comparing. */
  readonly base: string;
  readonly key: string;
  /** Hiragana of the name without 丁目; null where the post has none. */
  readonly kana: string | null;
  /** The reading for comparing; empty without one. */
  readonly sound: string;
};

const PARTS_PER_DEGREE = 10_000;
const PACKED_TOWNS = new Map(
  [tokyo, kanagawa, saitama, chiba].flatMap((towns) => Object.entries<string>(towns)),
);
const PACKED_READINGS = new Map(Object.entries<string>(readings));
const indexed = new Map<string, readonly IndexedTown[]>();

/** The towns of a municipality that have a place of their own, then those that only the post knows, at its middle. */
export function indexTowns(municipalityCode: string): readonly IndexedTown[] {
  const known = indexed.get(municipalityCode);
  if (known) return known;
  const packed = PACKED_TOWNS.get(municipalityCode);
  if (packed === undefined) return [];
  const kanaOf = new Map<string, string>();
  const namedByPost: string[] = [];
  for (const pair of (PACKED_READINGS.get(municipalityCode) ?? '').split(';').filter(Boolean)) {
    const [name = '', kana = ''] = pair.split(':');
    namedByPost.push(name);
    kanaOf.set(makeTownKey(name).base, kana);
  }
  const index = (town: Town): IndexedTown => {
    const { base, key } = makeTownKey(town.name);
    const kana = kanaOf.get(base) ?? null;
    return { town, base, key, kana, sound: kana ? foldReading(kana) : '' };
  };
  const own = packed.split(';').map((row) => index(unpack(municipalityCode, row)));
  const bases = new Set(own.map(({ base }) => base));
  const middle = middleOf(own.map(({ town }) => town));
  const ofPost = namedByPost
    .map((name) => index({ municipalityCode, name, ...middle }))
    .filter(({ base }) => !bases.has(base));
  const all = [...own, ...ofPost];
  indexed.set(municipalityCode, all);
  return all;
}

/** The middle of some points; they lie within a few kilometers of each other. */
export function middleOf(points: readonly Point[]): Point {
  const mean = (axis: keyof Point) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { lat: mean('lat'), lon: mean('lon') };
}

function unpack(municipalityCode: string, row: string): Town {
  const [name = '', lat, lon] = row.split(',');
  return {
    municipalityCode,
    name,
    lat: Number(lat) / PARTS_PER_DEGREE,
    lon: Number(lon) / PARTS_PER_DEGREE,
  };
}
