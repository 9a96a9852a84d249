import type { RecordActs } from '../../../platform/rights/data-of.ts';

/** Of which of these acts guardians are told. */
export const childrenActs: RecordActs = {
  told: [
    'classes.child.changed',
    'classes.child.enrolled',
    'classes.child.viewed',
    'classes.enrolment.left',
    'classes.fetcher.named',
    'classes.fetcher.taken_back',
    'classes.guardian.added',
    'classes.health.acknowledged',
    'classes.health.read',
    'classes.health.said',
    'classes.health.taken_back',
    'classes.photos.said',
    'classes.seat.given_up',
    'classes.seat.taken',
    'classes.seat.waited',
  ],
  // Each tells one guardian of what is said of the other: who must not fetch, or not know the place.
  withheld: [
    'classes.bar.ended',
    'classes.bar.written',
    'classes.family.said',
    'classes.guardian.sight_changed',
    'classes.place.looked_at',
  ],
};
