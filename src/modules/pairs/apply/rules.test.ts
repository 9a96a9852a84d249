import { expect, test } from 'vitest';
import { type Applicant, mayApply } from './rules.ts';

const maya: Applicant = {
  isThere: true,
  isChild: false,
  isWelcomed: true,
  isIn: null,
  householdIds: ['ken'],
  takenIds: [],
};

test('somebody applies alone or with their household', () => {
  expect(mayApply(maya, [])).toMatchObject({ ok: true });
  expect(mayApply(maya, ['ken'])).toMatchObject({ ok: true });
});

test.each([
  ['there_is_no_application', { isThere: false }],
  ['children_do_not_apply', { isChild: true }],
  ['tell_your_name_first', { isWelcomed: false }],
  ['you_have_applied_already', { isIn: 'own' }],
  ['you_are_in_an_application', { isIn: 'another' }],
  ['choose_from_your_household', { householdIds: [] }],
  ['somebody_is_in_another_application', { takenIds: ['ken'] }],
] as const)('%s', (code, change) => {
  expect(mayApply({ ...maya, ...change }, ['ken'])).toMatchObject({ ok: false, refusal: { code } });
});
