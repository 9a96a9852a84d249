import type { RecordActs } from '../../platform/rights/data-of.ts';
import { childrenActs } from './children/told.ts';
import { dayActs } from './day/told.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [
    'classes.commitment.accepted',
    'classes.commitment.asked',
    'classes.commitment.declined',
    'classes.commitment.lapsed',
    'classes.course.viewed',
    'classes.enrolment.declined',
    'classes.enrolment.enrolled',
    'classes.enrolment.invited',
    'classes.session.viewed',
    ...childrenActs.told,
    ...dayActs.told,
  ],
  // What the organization does with its own days is nobody's record.
  withheld: [
    'classes.course.changed',
    'classes.course.ended',
    'classes.course.opened',
    'classes.course.planned',
    'classes.session.begun',
    'classes.session.cancelled',
    'classes.session.changed',
    'classes.session.moved',
    'classes.session.opened',
    'classes.session.planned',
    'classes.session.reported',
    'classes.seat.held',
    'classes.seat.taken_back',
    ...childrenActs.withheld,
    ...dayActs.withheld,
  ],
};
