import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { peopleEvents } from '../people/index.ts';
import { recallAllOf, recallConsent } from './consent/commands.ts';
import type { StoryServices } from './services.ts';
import { listConsentsOf, listRunOut } from './store/consents.ts';

/** Every hour: no consent is forever, and what has run out is taken off by itself. */
export const consentsRunOut = ({ files }: Pick<StoryServices, 'files'>): Task => ({
  name: 'stories-run-out',
  cron: '7 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    for (const consentId of await listRunOut(db, now))
      await inTransaction(db, (tx) =>
        recallConsent(tx, files, { consentId, as: 'house', byPersonId: null, now }, 'ended'),
      );
  },
});

/** Whoever leaves for good is in no story any more, from the day on which they ask for it. */
export const storiesListeners = ({ files }: Pick<StoryServices, 'files'>): readonly Listener[] => [
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'stories.recall-for-leaver',
    async handle({ ids: { personId } }, { db, clock }) {
      await inTransaction(db, async (tx) =>
        recallAllOf(tx, files, await listConsentsOf(tx, personId), clock()),
      );
    },
  }),
];
