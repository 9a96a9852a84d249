import { expect, it } from 'vitest';
import { drawWardMap } from './make-map.ts';
import wards from './wards.json' with { type: 'json' };

it('wards.json is what the boundary files give', () => {
  expect(drawWardMap()).toEqual(wards);
});
