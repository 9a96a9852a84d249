import type { Tx } from '../../../../platform/database/connect.ts';
import { type Call, type Reply, redirect } from '../../../../platform/web/route.ts';
import { signInPaths } from '../../../sign-in/index.ts';
import { findKeptPhotos } from '../photos.ts';
import { askPage, formOf } from './ask-page.tsx';
import { checkTyped } from './check-answers.ts';
import { type AskFields, toTyped } from './form.ts';
import { fillInPlace } from './place.ts';

/** The form as it would come back if it were sent now: what scripts show beside a step's fields before the next one. Keeps nothing. */
export async function checkSoFar(call: Call<unknown, AskFields, Tx>): Promise<Reply> {
  // Whoever began signed in and is no more signs in again: their answers are of their account, too.
  if (call.actor.personId === null && call.fields.asVisitor === '') return redirect(signInPaths.signIn());
  const fields = fillInPlace(call.fields, 'where_empty');
  const photos = await findKeptPhotos(call, fields.photoIds);
  const checked = await checkTyped(call, { fields, photoIds: photos.ids });
  const typed = toTyped(fields, photos.ids);
  const form = formOf(call, typed, [...checked.refusals, ...photos.refusals]);
  const dangers = checked.hasNewDanger ? checked.dangers : [];
  const shown = await askPage(call, { form, dangers, draft: 'none' });
  return { ...shown, status: form.refusals.length > 0 ? 422 : 200 };
}
