import type { Tx } from '../../../platform/database/connect.ts';
import type { Call, Reply } from '../../../platform/web/route.ts';
import { signInPaths } from '../../sign-in/index.ts';
import { spotPaths } from '../paths.ts';
import { saveVisitorsDraft } from './draft.ts';
import { askPage, formOf } from './form/ask-page.tsx';
import { checkTyped } from './form/check-answers.ts';
import { type AskFields, toTyped } from './form/form.ts';
import { fillInPlace, refuseLookedUp } from './form/place.ts';
import { guessWrittenIn } from './rules/written-in.ts';

/**
 * Takes the answers of somebody who has not signed in yet: shown again with what to mend, or kept for this browser until
 * they have signed in, which leads on to the summary.
 */
export async function takeVisitorsAnswers(call: Call<unknown, AskFields, Tx>): Promise<Reply> {
  const isFinding = call.fields.intent === 'find';
  const fields = fillInPlace(call.fields, isFinding ? 'in_place' : 'where_empty');
  const { refusals, dangers, hasNewDanger } = await checkTyped(call, { fields, photoIds: [] });
  const toMend = isFinding ? refuseLookedUp(fields) : refusals;
  const typed = toTyped(fields, []);
  if (isFinding || toMend.length > 0 || hasNewDanger) {
    const form = formOf(call, typed, toMend);
    const again = await askPage(call, { form, dangers: hasNewDanger ? dangers : [], draft: 'none' });
    return { ...again, status: toMend.length > 0 || hasNewDanger ? 422 : 200 };
  }
  const writtenIn = guessWrittenIn(fields.ownWords, { spoken: [], locale: call.locale });
  const cookie = await saveVisitorsDraft(call.db, {
    fields: { ...Object.fromEntries(typed), writtenIn },
    now: call.now,
  });
  const path = `${signInPaths.signIn()}?back=${encodeURIComponent(spotPaths.requestsSummary())}`;
  return { kind: 'redirect', path, headers: new Headers({ 'set-cookie': cookie }), isDetour: true };
}
