import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [
    'season.alone.listed',
    'season.alone.said',
    'season.alone.taken_back',
    'season.alone.viewed',
    'season.call.arranged',
    'season.call.called',
    'season.call.called_off',
    'season.call.missed',
    'season.call.viewed',
    'season.hour.given',
    'season.hour.taken_back',
  ],
  // What the organization writes down of offices is nobody's record.
  withheld: [
    'season.opening.collected',
    'season.opening.removed',
    'season.opening.verified',
    'season.setting.changed',
  ],
};
