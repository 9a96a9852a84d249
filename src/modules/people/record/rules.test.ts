import { describe, expect, it } from 'vitest';
import { roleFor, wordsFor } from './rules.ts';

describe('wordsFor', () => {
  it.each([
    ['people.profile.viewed', 'seen', { action: 'people.profile.viewed' }],
    ['people.profile.viewed', 'refused', { area: 'people', outcome: 'refused' }],
    ['spot.request.viewed', 'seen', { area: 'spot', outcome: 'seen' }],
    ['trust.interview.recorded', 'done', { area: 'trust', outcome: 'done' }],
    ['giving.receipt.sent', 'done', { area: 'other', outcome: 'done' }],
    ['GET /people/:id', 'refused', { area: 'other', outcome: 'refused' }],
  ] as const)('%s, %s', (action, outcome, words) => {
    expect(wordsFor({ action, outcome })).toEqual(words);
  });
});

describe('roleFor', () => {
  it.each([
    ['coordinator', 'coordinator'],
    ['visitor', 'other'],
  ])('%s is told as %s', (role, told) => {
    expect(roleFor(role)).toBe(told);
  });
});
