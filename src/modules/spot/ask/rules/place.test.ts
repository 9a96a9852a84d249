import { describe, expect, test } from 'vitest';
import { samplePlace } from '../../../../../test/support/spot-samples.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { isInArea, keepNeededPlace, pointOf, refusePlace } from './place.ts';

const ONLINE = {
  kind: 'online',
  municipalityCode: null,
  town: null,
  placeName: null,
  exactAddress: null,
} as const;

describe('a place', () => {
  test.each([
    ['a town of Sumida', samplePlace(), null],
    ['a town of Yokohama', samplePlace({ municipalityCode: '14101', town: null }), 'say_which_town'],
    ['no municipality', samplePlace({ municipalityCode: null }), 'say_which_municipality'],
    ['Osaka', samplePlace({ municipalityCode: '27100' }), 'place_is_outside_our_area'],
    ['a code that is none', samplePlace({ municipalityCode: '13999' }), 'place_is_outside_our_area'],
    ['a town of another ward', samplePlace({ town: '歌舞伎町一丁目' }), 'town_is_not_in_municipality'],
    ['online', ONLINE, null],
  ])('%s', (_, place, expected) => {
    expect(refusePlace(place, DEFAULT_SETTINGS)?.code ?? null).toBe(expected);
  });

  test('is in the area unless the organization leaves its municipality out', () => {
    expect(isInArea('13107', DEFAULT_SETTINGS)).toBe(true);
    expect(isInArea('13107', { ...DEFAULT_SETTINGS, areaExceptMunicipalities: ['13107'] })).toBe(false);
    expect(isInArea('14101', { ...DEFAULT_SETTINGS, areaPrefectures: ['13'] })).toBe(false);
  });

  test('is not kept when help comes by phone', () => {
    expect(keepNeededPlace(samplePlace({ kind: 'phone' }))).toEqual({ ...ONLINE, kind: 'phone' });
    expect(keepNeededPlace(samplePlace())).toEqual(samplePlace());
  });

  test('lies where its town is, or in the middle of its municipality', () => {
    const place = { ...samplePlace(), hasExactAddress: false };
    const town = pointOf(place);
    const middle = pointOf({ ...place, town: null });
    expect(
      town &&
        middle &&
        Math.hypot(town.eastMeters - middle.eastMeters, town.northMeters - middle.northMeters),
    ).toBeLessThan(4_000);
    expect(pointOf({ ...place, kind: 'online' })).toBeNull();
  });
});
