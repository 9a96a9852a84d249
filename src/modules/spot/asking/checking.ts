import type { Tx } from '../../../platform/database/connect.ts';
import { type Reply, redirect, type Visit } from '../../../platform/web/route.ts';
import { askPage, formOf } from './ask-page.tsx';
import { checkTyped } from './check-answers.ts';
import { type AskFields, toTyped } from './form.ts';
import { findKeptPhotos } from './photos.ts';
import { fillInPlace } from './place.ts';

/** The form as it would come back if it were sent now: what scripts show beside a step's fields before the next one. Keeps nothing. */
export async function checkSoFar(visit: Visit<unknown, AskFields, Tx>): Promise<Reply> {
  // Whoever began signed in and is no more signs in again: their answers are of their account, too.
  if (visit.actor.personId === null && visit.fields.asVisitor === '') return redirect('/sign-in');
  const fields = fillInPlace(visit.fields, 'where_empty');
  const photos = await findKeptPhotos(visit, fields.photoIds);
  const checked = await checkTyped(visit, { fields, photoIds: photos.ids });
  const typed = toTyped(fields, photos.ids);
  const form = formOf(visit, typed, [...checked.refusals, ...photos.refusals]);
  const dangers = checked.hasNewDanger ? checked.dangers : [];
  const shown = await askPage(visit, { form, dangers, draft: 'none' });
  return { ...shown, status: form.refusals.length > 0 ? 422 : 200 };
}
