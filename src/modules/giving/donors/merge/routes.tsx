import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
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
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { readBrought } from '../store/merges.ts';
import { markDiffering, unmarkDiffering } from '../store/pairs.ts';
import { areSaidToDiffer } from '../store/signs.ts';
import { type Donor, findDonor } from '../store.ts';
import { mergeDonors, takeApart } from './merge.ts';
import { MERGED_FIELDS, SIDES, type Two } from './rules.ts';
import { BesidePage } from './view.tsx';

const side = z.enum(SIDES).optional().catch(undefined);
const version = wholeNumber(1, 999_999_999);
const mergeForm = z.object({
  ...(Object.fromEntries(MERGED_FIELDS.map((field) => [field, side])) as Record<
    (typeof MERGED_FIELDS)[number],
    typeof side
  >),
  standing: version,
  merged: version,
});

type Beside = Pick<Call<{ id: string; otherId: string }>, 'db' | 'params' | 'locale'>;
type Acting = Call<{ id: string; otherId: string }, unknown, Tx>;

/** Two donors beside each other: made one, said not to be, and one taken apart again. */
export const mergeRoutes: readonly Route[] = [
  get({
    path: givingPaths.donorsBeside,
    access: ['treasurer'],
    audit: 'giving.donors.beside_viewed',
    async handle(call) {
      const two = await findTwo(call);
      if (!two) return missing();
      await call.audit({ subjectIds: accountsOf(two.standing, two.merged) });
      return show(call, FormState.fresh());
    },
  }),
  post({
    path: givingPaths.donorsBeside,
    access: ['treasurer'],
    audit: 'giving.donors.merged',
    form: mergeForm,
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const { standing, merged, ...choices } = fields;
      const done = await mergeDonors(db, {
        standingId: params.id,
        mergedId: params.otherId,
        choices,
        versions: { standing, merged },
        by: { personId: actor.personId, now },
      });
      if (!done.ok) return refusedBy(done.refusal);
      const { id } = done.value;
      await audit({ subjectIds: accountsOf(done.value), object: { kind: 'giving.donor', id } });
      const text = givingStaffMessages.in(locale).noted('donors_were_merged');
      return redirect(givingPaths.donor({ id }), { tone: 'done', text });
    },
    again: show,
  }),
  post({
    path: givingPaths.donorMergeUndoing,
    access: ['treasurer'],
    audit: 'giving.donors.taken_apart',
    async handle({ db, params, actor, now, locale, audit }) {
      const done = await takeApart(db, params.mergeId, { personId: actor.personId, now });
      if (!done.ok) return refusedBy(done.refusal);
      const { standingId, mergedId } = done.value;
      const [one, other] = [await findDonor(db, standingId), await findDonor(db, mergedId)];
      const object = { kind: 'giving.donor', id: standingId };
      await audit({ subjectIds: [one, other].flatMap((donor) => donor?.personId ?? []), object });
      const text = givingStaffMessages.in(locale).noted('donors_were_taken_apart');
      return redirect(givingPaths.donor({ id: mergedId }), { tone: 'done', text });
    },
  }),
  post({
    path: givingPaths.donorsDiffer,
    access: ['treasurer'],
    audit: 'giving.donors.said_to_differ',
    handle: (call) =>
      said(call, 'donors_are_remembered', async ({ standing, merged }) => {
        await markDiffering(call.db, standing.id, merged.id, {
          personId: call.actor.personId,
          now: call.now,
        });
        return { ok: true, value: null };
      }),
  }),
  post({
    path: givingPaths.donorsDifferNot,
    access: ['treasurer'],
    audit: 'giving.donors.doubted',
    handle: (call) =>
      said(call, 'donors_are_asked_again', async ({ standing, merged }) => {
        await unmarkDiffering(call.db, standing.id, merged.id);
        return { ok: true, value: null };
      }),
  }),
];

const accountsOf = (...donors: readonly Donor[]) => donors.flatMap(({ personId }) => personId ?? []);

/** Both as they stand now; null where one is not there, or both are one. */
async function findTwo({ db, params }: Pick<Beside, 'db' | 'params'>): Promise<Two | null> {
  const [standing, merged] = [await findDonor(db, params.id), await findDonor(db, params.otherId)];
  return standing?.name && merged?.name && standing.id !== merged.id ? { standing, merged } : null;
}

/** Something said of the two; then back to those who wait. */
export async function said(
  call: Pick<Acting, 'db' | 'params' | 'locale' | 'audit'>,
  says: 'donors_are_remembered' | 'donors_are_asked_again' | 'donors_are_a_household',
  doing: (two: Two) => Promise<Outcome<unknown>>,
): Promise<Reply> {
  const two = await findTwo(call);
  if (!two) return missing();
  const done = await doing(two);
  if (!done.ok) return refusedBy(done.refusal);
  const object = { kind: 'giving.donor', id: two.standing.id };
  await call.audit({ subjectIds: accountsOf(two.standing, two.merged), object });
  const text = givingStaffMessages.in(call.locale).noted(says);
  return redirect(givingPaths.donorsAlike(), { tone: 'done', text });
}

async function show(call: Beside, form: FormState): Promise<Reply> {
  const two = await findTwo(call);
  if (!two) return missing();
  const { db, locale } = call;
  const { standing, merged } = two;
  const props = {
    two,
    form,
    brought: { standing: await readBrought(db, standing.id), merged: await readBrought(db, merged.id) },
    differ: await areSaidToDiffer(db, standing.id, merged.id),
  };
  const title = givingStaffMessages.in(locale).plain('donors_beside_title');
  return page(title, <BesidePage {...props} />);
}
