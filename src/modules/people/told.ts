import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [
    'people.address.given',
    'people.access.ended',
    'people.access.restored',
    'people.calendar.ended',
    'people.calendar.renewed',
    'people.leaving.asked',
    'people.leaving.taken_back',
    'people.leaving.viewed',
    'people.person.entered',
    'people.person.erased',
    'people.directory.exported',
    'people.profile.viewed',
    'people.role.ended',
    'people.role.granted',
    'people.ties.viewed',
  ],
  withheld: [
    'people.directory.searched',
    'people.staff_act.agreed',
    'people.staff_act.carried_out_alone',
    'people.staff_act.declined',
    'people.staff_act.proposed',
    'people.staff_act.withdrawn',
    'people.staff_acts.viewed',
  ],
};
