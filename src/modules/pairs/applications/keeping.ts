import type { Keeping } from '../../../platform/personal-data.ts';

/** As long as an application may lead to a pair, and so long after its end. @param to the way to its row */
export const wish = (to: string): readonly Keeping[] => [
  {
    after: 'pairs_declined',
    from: `${to}ended_at`,
    lasts: 'P6M',
    where: { column: 'state', is: ['declined', 'withdrawn'] },
  },
  {
    after: 'pairs_ended',
    from: `${to}ended_at`,
    lasts: 'P3Y',
    where: { column: 'state', is: ['submitted', 'accepted', 'ready', 'paused', 'expired', 'ended'] },
  },
];
