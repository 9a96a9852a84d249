import { describe, expect, test } from 'vitest';
import type { Donor } from '../types.ts';
import { chosenFields, fieldsToChoose, mayBeOne, restoredFields, takenBy } from './rules.ts';

const donor = (more: Partial<Donor> = {}): Donor => ({
  id: 'one',
  kind: 'person',
  personId: null,
  name: 'Sita',
  kana: null,
  email: null,
  address: null,
  locale: 'en',
  receiptWish: 'none',
  receiptByPost: false,
  receiptName: null,
  wantsLetters: true,
  lettersTo: null,
  version: 1,
  ...more,
});
const two = {
  standing: donor({ email: 'sita@otonari.example' }),
  merged: donor({ id: 'other', name: 'Sita K.', email: 'k@otonari.example', kana: 'シタ', locale: 'ja' }),
};

describe('two donors', () => {
  test('are chosen between where both say something else; what one alone says is kept', () => {
    expect(fieldsToChoose(two)).toEqual(['name', 'email', 'locale']);
    const choices = { name: 'merged', email: 'standing', locale: 'merged' } as const;
    expect(chosenFields(two, choices)).toMatchObject({
      value: { name: 'Sita K.', email: 'sita@otonari.example', locale: 'ja', kana: 'シタ', address: null },
    });
  });

  test('are refused with a field that nobody chose', () => {
    expect(chosenFields(two, { name: 'merged', email: 'standing' })).toMatchObject({
      refusal: { code: 'donor_field_is_not_chosen', field: 'locale' },
    });
  });

  test.each([
    ['the same', { standing: two.standing, merged: two.standing }, 'donors_are_one_already'],
    ['one that was changed', { ...two, merged: donor({ id: 'other', version: 2 }) }, 'donor_was_changed'],
    [
      'two accounts',
      { standing: donor({ personId: 'a' }), merged: donor({ id: 'other', personId: 'b' }) },
      'donors_have_two_accounts',
    ],
  ])('are refused: %s', (_, both, code) => {
    expect(mayBeOne(both, { standing: 1, merged: 1 })).toMatchObject({ refusal: { code } });
  });
});

test('what was taken over goes back, but not what was changed since', () => {
  const chosen = chosenFields(two, { name: 'merged', email: 'merged', locale: 'standing' });
  if (!chosen.ok) throw new Error('refused');
  const taken = takenBy(two, chosen.value);
  const since = donor({ ...chosen.value, email: 'new@otonari.example' });
  expect(restoredFields(since, taken)).toMatchObject({
    name: 'Sita',
    kana: null,
    email: 'new@otonari.example',
  });
});

test.each([
  ['a', null, 'merged'],
  [null, 'a', 'standing'],
  ['a', 'a', null],
  [null, null, null],
])('accounts %s and %s: %s had none', (standing, merged, side) => {
  const both = { standing: donor({ personId: standing }), merged: donor({ id: 'other', personId: merged }) };
  expect(takenBy(both, both.standing).withoutAccount).toBe(side);
});
