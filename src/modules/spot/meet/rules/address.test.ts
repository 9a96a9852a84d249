import { describe, expect, test } from 'vitest';
import { FINAL_STATES, REQUEST_STATES, type RequestState } from '../../transitions.ts';
import { maySeeExactAddress, maySeePhotos } from './address.ts';

const NEEDED: readonly RequestState[] = ['confirmed', 'in_progress'];

describe('the exact address', () => {
  test.each(REQUEST_STATES)(
    'of a request that is %s is seen by the two alone, and only while they need it',
    (state) => {
      const request = { state, requesterId: 'resident', volunteerId: 'volunteer' };
      const seen = ['resident', 'volunteer', 'coordinator'].filter((id) => maySeeExactAddress(request, id));
      expect(seen).toEqual(NEEDED.includes(state) ? ['resident', 'volunteer'] : []);
    },
  );

  test('is nobody else’s where nobody has said yes', () => {
    const request = { state: 'confirmed', requesterId: 'resident', volunteerId: null } as const;
    expect(maySeeExactAddress(request, 'volunteer')).toBe(false);
  });
});

test.each(REQUEST_STATES)(
  'photos of a request that is %s are seen by who brought them, and others while they need them',
  (state) => {
    expect(maySeePhotos('requester', state)).toBe(true);
    expect(maySeePhotos('coordinator', state)).toBe(!FINAL_STATES.includes(state));
    expect(maySeePhotos('assigned_volunteer', state)).toBe(NEEDED.includes(state));
  },
);
