import { defineEvents } from '../../platform/events/define.ts';

export const peopleEvents = defineEvents({
  'people.leaving.asked': ['personId'],
  'people.person.leaving': ['personId'],
  // By whatever program: it is over, and nothing is to be looked into.
  'people.two.met': ['residentId', 'volunteerId'],
  // By whatever program: so much of it is done. `part` of what is done bit by bit, else `whole`; `month` as 2026-11, nothing nearer.
  'people.deed.done': ['program', 'deedKind', 'objectId', 'part', 'month'],
  // By whatever program: help of a kind was given, in a municipality; nothing of whom, and nothing that leads there.
  'people.help.given': ['helpKind', 'municipalityCode?'],
  // By whatever program: so many yen of a fee are paid, on a day as 2026-11-24.
  'people.fee.paid': ['program', 'feeId', 'amount', 'paidOn'],
  'people.staff_act.proposed': ['staffActId', 'byPersonId', 'aboutPersonId'],
  'people.staff_act.proposed_alone': ['staffActId', 'byPersonId'],
  // It fell, and who had proposed it is told.
  'people.staff_act.fell': ['staffActId', 'personId'],
});
export const { publish } = peopleEvents;
