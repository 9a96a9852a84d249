import type { RecordActs } from '../../../platform/rights/data-of.ts';

/** Of which of these acts guardians are told: who read the list of the day, what was written of their child. */
export const dayActs: RecordActs = {
  told: [
    'classes.day.read',
    'classes.incident.closed',
    'classes.incident.read',
    'classes.incident.told',
    'classes.incident.written',
    'classes.record.read',
    'classes.record.written',
  ],
  // These are nobody's record: a press, a snack, a page begun.
  withheld: [
    'classes.door.pressed',
    'classes.incident.reported',
    'classes.snack.added',
    'classes.snack.removed',
  ],
};
