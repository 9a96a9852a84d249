import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
import { type Outcome, refuse } from '../../../platform/refusal.ts';
import { wholeNumber } from '../../../platform/web/form-fields.ts';
import { type Call, post, type Reply, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import type { OnApplication } from '../applications/doing.ts';
import { findNewestApplication } from '../applications/store.ts';
import { pairsPaths } from '../paths.ts';
import type { Application } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { openTo, pauseWaiting, resumeWaiting, stillWish } from './commands.ts';

const opening = z.object({
  kind: z.enum(['online', 'farther', 'children', 'pets', 'smoking']),
  kilometers: wholeNumber(1, 100).optional(),
});

/** What somebody does about their own waiting, from their page. */
export const poolRoutes: readonly Route[] = [
  post({
    path: pairsPaths.poolPause,
    access: 'person',
    audit: 'pairs.application.paused',
    handle: (call) => act(call, pauseWaiting, 'waiting_paused_done'),
  }),
  post({
    path: pairsPaths.poolReturn,
    access: 'person',
    audit: 'pairs.application.resumed',
    handle: (call) => act(call, resumeWaiting, 'waiting_returned_done'),
  }),
  post({
    path: pairsPaths.stillWish,
    access: 'person',
    audit: 'pairs.application.still_wished',
    handle: (call) => act(call, stillWish, 'still_wish_done'),
  }),
  post({
    path: pairsPaths.opening,
    access: 'person',
    audit: 'pairs.application.changed',
    form: opening,
    handle(call) {
      const { kind, kilometers = 0 } = call.fields;
      const opened = kind === 'farther' ? { kind, kilometers } : { kind };
      return act(call, (tx, on) => openTo(tx, { ...on, opening: opened }), 'waiting_opened_done');
    },
  }),
];

/** Does it to one's own application, and goes back to its page. */
async function act(
  call: Pick<Call<unknown, unknown, Tx>, 'db' | 'actor' | 'now' | 'locale' | 'audit'>,
  command: (tx: Tx, on: OnApplication) => Promise<Outcome<Application>>,
  says: 'waiting_paused_done' | 'waiting_returned_done' | 'still_wish_done' | 'waiting_opened_done',
): Promise<Reply> {
  const { db, now, locale } = call;
  const personId = ownId(call);
  const application = await findNewestApplication(db, personId);
  if (!application) return refusedBy(refuse('there_is_no_application').refusal);
  const doer = { personId, party: 'applicant', now } as const;
  const done = await command(db, { applicationId: application.id, doer });
  if (!done.ok) return refusedBy(done.refusal);
  await call.audit({
    subjectIds: [personId],
    object: { kind: 'pairs.application', id: application.id },
  });
  return redirect(pairsPaths.own(), { tone: 'done', text: pairsMessages.in(locale).noted(says) });
}
