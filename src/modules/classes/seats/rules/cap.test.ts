import { expect, test } from 'vitest';
import { type Counted, capOf } from './cap.ts';

const tutor: Counted = { role: 'tutor', state: 'yes', isVetted: true };
const helper: Counted = { ...tutor, role: 'helper' };

test.each<[string, number, Counted[], number]>([
  [
    'nobody has said yes',
    12,
    [
      { ...tutor, state: 'asked' },
      { ...tutor, state: 'silent' },
    ],
    0,
  ],
  ['one tutor alone: never one adult with children', 12, [tutor], 0],
  ['a tutor and a helper', 12, [tutor, helper], 2],
  ['two helpers teach nobody', 12, [helper, helper], 0],
  ['two tutors', 12, [tutor, tutor], 4],
  ['who is not vetted counts for nothing', 12, [tutor, { ...tutor, isVetted: false }], 0],
  ['never more than the room holds', 3, [tutor, tutor, tutor], 3],
  ['who says no takes their seats along', 12, [tutor, tutor, { ...tutor, state: 'no' }], 4],
])('%s', (_, room, commitments, cap) => {
  expect(capOf(room, commitments)).toBe(cap);
});
