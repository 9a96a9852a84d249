import { z } from 'zod';
import { After } from '../../../../platform/database/paging.ts';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import { get, page, type Route } from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { countWaiting, listWaiting, WAITING } from '../store/lines.ts';
import { findSuggestions } from '../suggest/find.ts';
import { QueuePage } from './queue.tsx';

const ROWS = 30;
const Query = After.extend({ state: z.enum(WAITING).optional().catch(undefined) });

/** What waits to be explained. */
export const queueRoutes: readonly Route[] = [
  get({
    path: givingPaths.bankQueue,
    access: ['treasurer'],
    audit: 'giving.bank.queue_viewed',
    query: Query,
    async handle({ db, fields: { after, state }, locale, now, audit }) {
      const { rows: lines, next } = await listWaiting(db, { after, limit: ROWS }, state);
      const [waiting, suggestions] = [await countWaiting(db), await findSuggestions(db, lines)];
      const thisYear = yearOf(now);
      await audit({ detail: { lines: lines.length } });
      const title = givingStaffMessages.in(locale).plain('bank_queue_title');
      return page(title, <QueuePage {...{ state, waiting, lines, suggestions, thisYear, after, next }} />);
    },
  }),
];
