import type { Tx } from '../../../platform/database/connect.ts';
import { type Call, detour, missing, type Reply } from '../../../platform/web/route.ts';
import { findPerson } from '../../people/index.ts';
import { findCurrentOf } from '../applications/store.ts';
import { drafts } from '../apply/drafts.ts';
import { beginFillingIn, checkFilledIn } from '../apply/filling-in.ts';
import { findBeginning } from '../apply/said-before.ts';
import { pairsPaths } from '../paths.ts';
import { listMayWish } from './commands.ts';

/**
 * Leads one of two who both wish it, and were told, to their own side of the application: filled in with what they have said
 * already, to look through and to send, where nothing is missing; else to the form. Of anybody else nothing is there.
 */
export async function applyTogether(
  call: Pick<Call<{ readonly id: string }, unknown, Tx>, 'db' | 'actor' | 'params' | 'now'>,
): Promise<Reply> {
  const { db, actor, params, now } = call;
  const person = await findPerson(db, actor.personId ?? '');
  if (!person) return missing();
  const met = (await listMayWish(db, person.id, now)).find(({ id }) => id === params.id);
  if (!met?.toldAt) return missing();
  if ((await findCurrentOf(db, [person.id])).has(person.id)) return detour(pairsPaths.own());
  const { side } = met;
  const filling = await beginFillingIn(db, side, person);
  const draft = await drafts[side].find(db, person.id);
  const fields = draft?.fields ?? (await findBeginning(db, filling)).fields;
  if (!checkFilledIn(filling, { fields }).applied) return detour(pairsPaths.apply({ side }));
  if (!draft) await drafts[side].keep(db, { personId: person.id, fields, now });
  return detour(pairsPaths.applySummary({ side }));
}
