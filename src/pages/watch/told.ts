import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [],
  withheld: [
    'watch.alarm.closed',
    'watch.alarms.viewed',
    'watch.limits.changed',
    'watch.test_mail.asked_for',
  ],
};
