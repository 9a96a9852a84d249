import { expect, test } from 'vitest';
import { sampleRequest } from '../../../../../test/support/spot-samples.ts';
import type { Offer } from '../../types.ts';
import { mayNote } from './rules.ts';

test('notes are kept from whoever is or was to be one of the two', () => {
  const offers = [{ volunteerId: 'ana', state: 'declined' }] as Offer[];
  const request = sampleRequest({ requesterId: 'bo' });
  expect(['ana', 'bo', 'kobayashi'].filter((id) => mayNote(id, { request, offers }))).toEqual(['kobayashi']);
});
