import { defineEvents } from '../../platform/events/define.ts';

export const peopleEvents = defineEvents({
  'people.leaving.asked': ['personId'],
  'people.person.leaving': ['personId'],
  // By whatever program: it is over, and nothing is to be looked into.
  'people.two.met': ['residentId', 'volunteerId'],
  'people.staff_act.proposed': ['staffActId', 'byPersonId', 'aboutPersonId'],
  'people.staff_act.proposed_alone': ['staffActId', 'byPersonId'],
  // It fell, and who had proposed it is told.
  'people.staff_act.fell': ['staffActId', 'personId'],
});
export const { publish } = peopleEvents;
