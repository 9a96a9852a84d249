import { expect, test } from 'vitest';
import { compareExpectations } from './rules.ts';

const given = (answers: object) => ({ version: 1, answers: answers as Readonly<Record<string, unknown>> });

test.each([
  ['every_week', 'every_week', 'same'],
  ['every_week', 'every_month', 'different'],
  ['every_week', 'often_as_it_suits', 'same'],
  [['online', 'cafe'], ['cafe', 'online'], 'same'],
  [['online', 'cafe'], ['cafe'], 'partly'],
  [['online'], ['cafe'], 'different'],
  [['online'], ['cafe', 'where_it_suits'], 'same'],
])('%s beside %s is %s', (one, other, agreement) => {
  const lines = compareExpectations(given({ where: one }), given({ where: other }));
  expect(lines.get('where')).toBe(agreement);
});

test('what somebody would rather not is nothing to agree on', () => {
  const lines = compareExpectations(given({ whatNot: ['no_photos'] }), given({ whatNot: [] }));
  expect(lines.get('whatNot')).toBe('same');
});
