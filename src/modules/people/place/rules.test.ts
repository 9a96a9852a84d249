import { describe, expect, it } from 'vitest';
import { choosePlace, findArea } from './rules.ts';

const empty = { postcode: '', municipality: '', town: '' };
const answerOf = (typed: Partial<typeof empty>) => {
  const outcome = choosePlace({ ...empty, ...typed });
  return outcome.ok
    ? `${outcome.value.municipalityCode} ${outcome.value.name}`
    : `${outcome.refusal.code} ${outcome.refusal.field}`;
};

describe('choosePlace', () => {
  it.each([
    ['a municipality and a town', { municipality: '13107', town: '吾妻橋1丁目' }, '13107 吾妻橋一丁目'],
    ['a postcode and one of its towns', { postcode: '130-0001', town: '吾妻橋二丁目' }, '13107 吾妻橋二丁目'],
    [
      'a postcode in full-width digits',
      { postcode: '１３０ー０００１', town: '吾妻橋三丁目' },
      '13107 吾妻橋三丁目',
    ],
    [
      'a postcode that moves somebody away',
      { postcode: '130-0001', municipality: '13101', town: '吾妻橋一丁目' },
      '13107 吾妻橋一丁目',
    ],
    ['nothing', {}, 'choose_a_municipality place.postcode'],
    [
      'a municipality that does not exist',
      { municipality: '99999', town: '吾妻橋' },
      'choose_a_municipality place.municipality',
    ],
    ['a town of which there is one', { town: 'Nakameguro' }, '13110 中目黒'],
    ['a 丁目 of it', { town: '中目黒２丁目' }, '13110 中目黒二丁目'],
    ['a town that several cities have', { town: '本町' }, 'choose_a_municipality place.postcode'],
    ['a town nobody has', { town: 'Atlantis' }, 'choose_a_municipality place.postcode'],
    ['a municipality alone', { municipality: '13107' }, 'name_the_town place.town'],
    ['a town of elsewhere', { municipality: '13107', town: '飯田橋一丁目' }, 'town_is_unknown place.town'],
    ['a postcode with several towns', { postcode: '130-0001' }, 'postcode_has_several_towns place.town'],
    [
      'a postcode and one of its towns without 丁目',
      { postcode: '130-0001', town: 'Azumabashi' },
      '13107 吾妻橋',
    ],
    [
      'a postcode and a town of another one',
      { postcode: '130-0001', town: '錦糸一丁目' },
      'postcode_has_several_towns place.town',
    ],
    ['a town in Latin letters', { municipality: '13110', town: 'Nakameguro' }, '13110 中目黒'],
    [
      'a postcode of two cities',
      { postcode: '206-0000', town: '百村' },
      'postcode_is_shared place.municipality',
    ],
    [
      'a postcode of two cities, and one of them',
      { postcode: '206-0000', municipality: '13225', town: '百村' },
      '13225 百村',
    ],
    [
      'a postcode whose town no list of towns has',
      { postcode: '194-0039', town: '藤の台一丁目' },
      '13209 藤の台',
    ],
    ['a postcode nobody has', { postcode: '000-0000' }, 'postcode_is_unknown place.postcode'],
    ['words as postcode', { postcode: 'テスト' }, 'postcode_has_seven_digits place.postcode'],
    ['a part of a postcode', { postcode: '123' }, 'postcode_has_seven_digits place.postcode'],
    ['a postcode outside the area', { postcode: '060-0001' }, 'postcode_is_unknown place.postcode'],
  ])('%s', (_, typed, answer) => {
    expect(answerOf(typed)).toBe(answer);
  });

  it('takes the only town of a postcode without its name', () => {
    const area = findArea('100-0001');
    expect(area?.towns).toHaveLength(1);
    expect(answerOf({ postcode: '100-0001' })).toBe(`13101 ${area?.towns[0]?.name}`);
  });
});
