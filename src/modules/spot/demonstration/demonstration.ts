import { followChangesIn } from '../../../kits/dispatch/index.ts';
import type { Demonstration, InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import { spotVolunteers } from '../offer/volunteers.ts';
import { concernSteps } from './concerns.ts';
import inTheMiddleOf from './data/in-the-middle-of.json' with { type: 'json' };
import { planRequests } from './requests.ts';

/** Requests in every state, and the concerns that some of them brought. */
export const spotDemonstration: Demonstration = {
  steps(world) {
    const requests = planRequests(world);
    return [
      ...requests.flatMap(({ steps }) => steps),
      ...concernSteps(world, requests),
      copyVolunteers(world),
    ];
  },
  inTheMiddleOf,
};

/** Whoever may be asked is found at once, as if the worker had been there all along. */
function copyVolunteers({ today, at }: InventedWorld): Step {
  const now = at(today, '00:00');
  return {
    at: now,
    async run(tx) {
      while ((await followChangesIn(tx, spotVolunteers, { now })) > 0);
    },
  };
}
