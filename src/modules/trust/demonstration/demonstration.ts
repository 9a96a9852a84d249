import type { Demonstration } from '../../../platform/parts/demonstration.ts';
import { allApplicants } from './applicants.ts';
import inTheMiddleOf from './data/in-the-middle-of.json' with { type: 'json' };
import { oneKeeper, openTimes, twoApart } from './keeping-apart.ts';

/** Volunteers at every stage of trust, open times for interviews, and two people who are kept apart. */
export const trustDemonstration: Demonstration = {
  steps: (world) => [...allApplicants(world), ...openTimes(world), ...twoApart(world), ...oneKeeper(world)],
  inTheMiddleOf,
};
