import { expect, test } from 'vitest';
import { beginChoice, type Chosen, mayAgree, mayAsk } from './asking.ts';

const chosen: Chosen = {
  ...{ uses: ['site'], naming: 'nickname', shownAs: 'S.', showsFace: false, showsPlace: true, years: 2 },
};
const both = { inText: true, inPicture: true };
const code = (outcome: ReturnType<typeof mayAgree>) => (outcome.ok ? 'yes' : outcome.refusal.code);

test('who decides about somebody’s help does not ask them', () => {
  expect(mayAsk({ dependents: [], areKeptApart: false }).ok).toBe(true);
  const refused = mayAsk({ dependents: ['Sita', 'Maya'], areKeptApart: false });
  expect(refused).toMatchObject({
    refusal: { code: 'somebody_else_asks', params: { names: 'Sita, Maya' } },
  });
});

test.each([
  [both, {}, 'yes'],
  [both, { uses: [] }, 'choose_a_use'],
  [both, { uses: ['press'] }, 'site_comes_first'],
  [{ inText: false, inPicture: true }, { uses: ['press'] }, 'yes'],
  [both, { shownAs: null }, 'say_which_name'],
  [both, { naming: 'none', shownAs: null }, 'yes'],
  [{ inText: true, inPicture: false }, { showsFace: true }, 'you_are_in_no_picture'],
] as const)('in %j, choosing %j: %s', (where, change, says) => {
  expect(code(mayAgree(where, { ...chosen, ...change }))).toBe(says);
});

test('whoever is guarded begins without face, place and name', () => {
  expect(beginChoice({ ...both, isGuarded: true })).toMatchObject({
    naming: 'none',
    showsFace: false,
    showsPlace: false,
  });
  expect(beginChoice({ ...both, isGuarded: false })).toMatchObject({
    naming: 'nickname',
    showsFace: true,
    showsPlace: true,
  });
});
