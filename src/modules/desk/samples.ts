import { type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

export const samples: Samples<PeopleWorld> = { pages: [staffLook('/desk')] };
