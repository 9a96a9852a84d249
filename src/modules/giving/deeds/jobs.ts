import type { JobContext, Task } from '../../../platform/jobs/task.ts';
import type { GivingServices } from '../services.ts';
import { countCosts } from './cost.ts';
import { shareGifts } from './share.ts';
import { tellOfDeeds } from './tell.ts';

export const TELL_TASK = 'giving-tell-of-deeds';

/** What the program does with deeds by itself: at night what they cost and who paid, once a month what givers are told. */
export const deedsTasks = (services: Pick<GivingServices, 'secret' | 'publicUrl'>): readonly Task[] => [
  { name: 'giving-share', cron: '10 18 * * *', run: (_, context) => share(context) },
  {
    name: TELL_TASK,
    cron: '40 0 10 * *',
    async run(_, context) {
      await share(context);
      await tellOfDeeds(context.db, context.clock(), services);
    },
  },
];

async function share({ db, clock }: JobContext): Promise<void> {
  await countCosts(db, clock());
  await shareGifts(db, clock());
}
