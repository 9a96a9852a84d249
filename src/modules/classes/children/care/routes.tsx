import { z } from 'zod';
import { formRoutes } from '../../../../kits/forms/index.ts';
import { ownId } from '../../../../platform/permissions.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import {
  type Call,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { dayInJapan } from '../../../people/index.ts';
import { childrenPaths } from '../paths.ts';
import { guardian } from '../relations.ts';
import { listCareNotes } from '../store/care.ts';
import { findChild } from '../store/children.ts';
import { listGuardianIds } from '../store/guardianships.ts';
import { childrenMessages } from '../words.ts';
import { sayCare, sayNothing, takeBackCare } from './commands.ts';
import { careForm } from './form.ts';
import { HealthPage } from './page.tsx';

const access = [guardian];

/** A guardian says what there is to know of a child's health. */
export const careRoutes: readonly Route[] = [
  ...formRoutes({
    path: childrenPaths.health,
    access,
    audit: 'classes.health.said',
    of: careForm,
    begin: () => ({}),
    async show({ db, params, locale, now }, form) {
      const child = await findChild(db, params.id);
      if (!child) return missing();
      const shown = { child, notes: await listCareNotes(db, [params.id]), today: dayInJapan(now), form };
      return page(
        childrenMessages.in(locale).plain('health_title', { name: child.name }),
        <HealthPage {...shown} />,
      );
    },
    async save(call) {
      const { db, params, fields, actor, now } = call;
      const { isAgreed: _, ...note } = fields;
      return after(
        call,
        await sayCare(db, params.id, { ...note, by: ownId({ actor }), now }),
        'health_is_saved',
      );
    },
  }),
  post({
    path: childrenPaths.noHealth,
    access,
    audit: 'classes.health.said',
    handle: async (call) =>
      after(
        call,
        await sayNothing(call.db, call.params.id, { by: ownId(call), now: call.now }),
        'health_is_saved',
      ),
  }),
  post({
    path: childrenPaths.healthWithdrawal,
    access,
    audit: 'classes.health.taken_back',
    form: z.object({ noteId: z.uuid({ message: 'choose_one' }) }),
    handle: async (call) =>
      after(call, await takeBackCare(call.db, call.params.id, call.fields.noteId), 'health_is_taken_back'),
  }),
];

/** On record for the child's guardians, and back to the page. */
async function after(
  { db, params, locale, audit }: Pick<Call<{ readonly id: string }>, 'db' | 'params' | 'locale' | 'audit'>,
  done: Outcome<unknown>,
  says: 'health_is_saved' | 'health_is_taken_back',
): Promise<Reply> {
  if (!done.ok) return refusedBy(done.refusal);
  await audit({
    subjectIds: await listGuardianIds(db, [params.id]),
    object: { kind: 'classes.child', id: params.id },
  });
  const text = childrenMessages.in(locale).noted(says);
  return redirect(childrenPaths.health(params), { tone: 'done', text });
}
