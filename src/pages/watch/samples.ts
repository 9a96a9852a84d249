import type { PeopleWorld } from '../../modules/people/samples.ts';
import { type Samples, staffLook } from '../../platform/parts/sampling.ts';

export const samples: Samples<PeopleWorld> = {
  pages: [staffLook('/settings/watch', { role: 'administrator' })],
};
