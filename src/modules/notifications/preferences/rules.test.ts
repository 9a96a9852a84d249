import { expect, test } from 'vitest';
import { DESK, SAFETY } from '../../../platform/news.ts';
import { groupsFor } from './rules.ts';

test('somebody chooses among what they are ever told of', () => {
  const open = { name: 'messages', order: 1 };
  const visits = { name: 'visits', order: 2, roles: ['volunteer', 'coordinator'] } as const;
  const groups = [open, visits, DESK, SAFETY];
  expect(groupsFor(groups, new Set(['resident']))).toEqual([open, SAFETY]);
  expect(groupsFor(groups, new Set(['volunteer']))).toEqual([open, visits, SAFETY]);
  expect(groupsFor(groups, new Set(['coordinator']))).toEqual(groups);
});
