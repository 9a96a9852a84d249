import { expect, test } from 'vitest';
import type { Box, Consent } from '../../types.ts';
import { blursFor, isTelling } from './faces.ts';

const box: Box = [10, 10, 20, 20];
const shown = {
  ...{ inPicture: true, state: 'agreed', showsFace: true, uses: ['site'], face: box, name: 'Sita' },
} as unknown as Consent;
const blurs = (...consents: readonly Partial<Consent>[]) => {
  const outcome = blursFor(consents.map((one) => ({ ...shown, ...one })));
  return outcome.ok ? outcome.value.length : outcome.refusal.params?.['names'];
};

test.each([
  ['who shows it', {}, 0],
  ['who does not', { showsFace: false }, 1],
  ['who has taken it back', { state: 'recalled' }, 1],
  ['who has said no', { state: 'declined' }, 1],
  ['who has not answered yet', { state: 'asked' }, 1],
  ['who agreed to newspapers alone', { uses: ['press'] }, 1],
  ['who is in no picture', { inPicture: false, showsFace: false }, 0],
  ['whose face nobody has marked', { showsFace: false, face: null }, 'Sita'],
] as const)('the face of one %s', (_, change, count) => {
  expect(blurs(change as Partial<Consent>)).toBe(count);
});

test('of seven, one takes it back: one face is blurred', () => {
  expect(blurs({}, {}, {}, {}, {}, {}, { state: 'recalled' })).toBe(1);
});

test('a picture of one shade is known by its bytes alone', () => {
  expect([isTelling('0'.repeat(64)), isTelling('1'.repeat(64)), isTelling('01'.repeat(32))]).toEqual([
    false,
    false,
    true,
  ]);
});
