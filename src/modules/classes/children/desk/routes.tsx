import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { checkbox } from '../../../../platform/web/form-fields.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
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
import type { WholeChild } from '../rules/complete.ts';
import { listSeatsAheadOf } from '../store/ahead.ts';
import { listGuardianIds } from '../store/guardianships.ts';
import { findWholeChild } from '../store/whole.ts';
import { childrenStaffMessages } from '../words.ts';
import { addGuardian, barSomebody, changeSight, endBarring, noteLookedAt } from './commands.ts';
import { barForm, guardianForm } from './forms.ts';
import { DeskChildPage } from './page.tsx';

const access = ['coordinator'] as const;
type Id = { readonly id: string };
type Says =
  | 'bar_is_written'
  | 'bar_is_ended'
  | 'guardian_is_added'
  | 'sight_is_changed'
  | 'custody_is_looked';

async function show(
  {
    db,
    params,
    actor,
    locale,
    now,
  }: Pick<Call<Id, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const whole = await findWholeChild(db, params.id);
  if (!whole || isOwnChild(whole, ownId({ actor }))) return missing();
  const [next] = await listSeatsAheadOf(db, [params.id], now);
  const drawnAt = now.toString();
  const shown = {
    whole,
    form,
    drawnAt,
    today: dayInJapan(now),
    nextOn: next ? dayInJapan(next.startsAt) : null,
  };
  return page(
    childrenStaffMessages.in(locale).plain('desk_child_title', { name: whole.child.name }),
    <DeskChildPage {...shown} />,
  );
}

/** Nobody reads as staff who is kept from their own child and why, nor changes it: also a guardian from whom the page is hidden. */
const isOwnChild = ({ guardianships }: WholeChild, personId: string): boolean =>
  guardianships.some((one) => one.personId === personId);

/** A moment as a page of ours has written it. */
const instant = z.iso.datetime({ offset: true }).transform((typed) => Temporal.Instant.from(typed));

/** A coordinator changes something around a child: on record for whoever answers for them, and back to the page. */
async function change(
  call: Pick<Call<Id, unknown, Tx>, 'db' | 'params' | 'actor' | 'now' | 'locale' | 'audit'>,
  says: Says,
  act: (by: { readonly by: string; readonly now: Temporal.Instant }) => Promise<Outcome<unknown>>,
): Promise<Reply> {
  const { db, params, actor, now, locale, audit } = call;
  const whole = await findWholeChild(db, params.id);
  if (!whole || isOwnChild(whole, ownId({ actor }))) return missing();
  const done = await act({ by: ownId({ actor }), now });
  if (!done.ok) return refusedBy(done.refusal);
  await audit({
    subjectIds: await listGuardianIds(db, [params.id]),
    object: { kind: 'classes.child', id: params.id },
  });
  return redirect(childrenPaths.desk(params), {
    tone: 'done',
    text: childrenStaffMessages.in(locale).noted(says),
  });
}

/** A child on the coordinators' desk. */
export const deskChildRoutes: readonly Route[] = [
  get({
    path: childrenPaths.desk,
    access,
    audit: 'classes.child.viewed',
    async handle(call) {
      const reply = await show(call, FormState.fresh({}));
      const { db, params, audit } = call;
      if (reply.kind === 'page')
        await audit({
          subjectIds: await listGuardianIds(db, [params.id]),
          object: { kind: 'classes.child', id: params.id },
        });
      return reply;
    },
  }),
  post({
    path: childrenPaths.bars,
    access,
    audit: 'classes.bar.written',
    form: barForm.schema,
    again: show,
    handle(call) {
      const { db, params, fields } = call;
      return change(call, 'bar_is_written', (by) => barSomebody(db, params.id, { ...fields, ...by }));
    },
  }),
  post({
    path: childrenPaths.barEnd,
    access,
    audit: 'classes.bar.ended',
    form: z.object({ barId: z.uuid({ message: 'choose_one' }) }),
    handle: (call) =>
      change(call, 'bar_is_ended', (by) => endBarring(call.db, call.params.id, { ...call.fields, ...by })),
  }),
  post({
    path: childrenPaths.guardians,
    access,
    audit: 'classes.guardian.added',
    form: guardianForm.schema,
    again: show,
    handle: (call) =>
      change(call, 'guardian_is_added', (by) =>
        addGuardian(call.db, call.params.id, { ...call.fields, ...by }),
      ),
  }),
  post({
    path: childrenPaths.sight,
    access,
    audit: 'classes.guardian.sight_changed',
    form: z.object({ guardianshipId: z.uuid({ message: 'choose_one' }), maySee: checkbox }),
    handle: (call) =>
      change(call, 'sight_is_changed', () => changeSight(call.db, call.params.id, call.fields)),
  }),
  post({
    path: childrenPaths.looked,
    access,
    audit: 'classes.place.looked_at',
    form: z.object({ guardianshipId: z.uuid({ message: 'choose_one' }), drawnAt: instant }),
    handle: (call) =>
      change(call, 'custody_is_looked', ({ now }) =>
        noteLookedAt(call.db, call.params.id, { ...call.fields, now }),
      ),
  }),
];
