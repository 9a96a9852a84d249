import type { Task } from '../../../platform/jobs/task.ts';
import type { GivingServices } from '../services.ts';
import { countCosts } from './cost.ts';
import { shareGifts } from './share.ts';
import { tellOfDeeds } from './tell.ts';

/** What the program does with deeds by itself: at night what they cost and who paid, once a month what givers are told. */
export const deedsTasks = ({ publicUrl }: Pick<GivingServices, 'publicUrl'>): readonly Task[] => [
  {
    name: 'giving-share',
    cron: '10 18 * * *',
    async run(_, { db, clock }) {
      await countCosts(db, clock());
      await shareGifts(db, clock());
    },
  },
  {
    name: 'giving-tell-of-deeds',
    cron: '40 0 10 * *',
    run: (_, { db, clock }) => tellOfDeeds(db, clock(), publicUrl),
  },
];
