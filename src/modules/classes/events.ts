import { defineEvents } from '../../platform/events/define.ts';

const COMMITMENT = ['commitmentId', 'sessionId', 'personId', 'byPersonId?'] as const;
const SEAT = ['seatId', 'sessionId', 'childId', 'byPersonId?'] as const;
const SESSION = ['sessionId', 'courseId', 'byPersonId?'] as const;
const ENROLMENT = ['enrolmentId', 'childId', 'courseId', 'byPersonId?'] as const;

/** What happens with classes: who comes to teach, and which child has a seat. */
export const classesEvents = defineEvents({
  'classes.commitment.asked': COMMITMENT,
  'classes.commitment.accepted': COMMITMENT,
  'classes.commitment.declined': COMMITMENT,
  'classes.commitment.asked_anew': COMMITMENT,
  'classes.session.moved': SESSION,
  'classes.session.over': SESSION,
  'classes.session.cancelled': SESSION,
  'classes.seat.taken': SEAT,
  'classes.seat.offered': SEAT,
  'classes.seat.put_back': SEAT,
  'classes.seat.passed': SEAT,
  'classes.seat.unsettled': SEAT,
  'classes.seat.restored': SEAT,
  'classes.seat.given_up': SEAT,
  'classes.enrolment.asked': ENROLMENT,
  'classes.enrolment.invited': ENROLMENT,
  'classes.enrolment.enrolled': ENROLMENT,
  'classes.enrolment.declined': ENROLMENT,
  'classes.enrolment.left': ENROLMENT,
});
export const { publish } = classesEvents;
