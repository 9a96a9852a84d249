import { expect, test } from 'vitest';
import type { Told } from '../../types.ts';
import { isCommonEnough } from './rarity.ts';

const nothing: Told = { ward: null, language: null, childAge: null, job: false };
const hidden = { naming: 'nickname', showsFace: false } as const;
const known = { naming: 'name', showsFace: false } as const;
const code = (
  tells: Partial<Told>,
  alike: number,
  shown: Parameters<typeof isCommonEnough>[1] = [hidden],
) => {
  const outcome = isCommonEnough({ ...nothing, ...tells }, shown, alike);
  return outcome.ok ? 'yes' : outcome.refusal.code;
};

test.each([
  [{}, 0, 'yes'],
  [{ ward: '13116' }, 4, 'too_few_alike'],
  [{ ward: '13116' }, 5, 'yes'],
  [{ ward: '13116', language: 'ne', childAge: 'baby' }, 4, 'too_few_alike'],
  [{ job: true }, 0, 'yes'],
  [{ job: true, ward: '13116' }, 500, 'job_beside_others'],
] as const)('telling %j, of %i alike: %s', (tells, alike, says) => {
  expect(code(tells, alike)).toBe(says);
});

test('who shows name or face has chosen to be known; one of two who has not is hidden as before', () => {
  expect(code({ ward: '13116' }, 1, [known])).toBe('yes');
  expect(code({ ward: '13116' }, 1, [known, hidden])).toBe('too_few_alike');
  expect(code({ ward: '13116' }, 1, [{ naming: 'none', showsFace: true }])).toBe('yes');
});
