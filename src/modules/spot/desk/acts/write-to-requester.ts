import type { Tx } from '../../../../platform/database/connect.ts';
import { type Call, type Reply, refusedBy } from '../../../../platform/web/route.ts';
import { compose, findReaders } from '../../../people/index.ts';
import { findRequest } from '../../store/requests.ts';

interface Typed {
  readonly hintsSeen: string;
  readonly ready?: string;
}

/**
 * What a coordinator writes to whoever asked, in words that they read (`compose`), and what is done with it.
 * @param field the name of the form's field, and what was typed into it
 * @param then is given an empty string where nothing was said
 */
export async function writeToRequester<Fields extends Typed>(
  { db, params, locale, fields }: Call<{ readonly id: string }, Fields, Tx>,
  [field, typed]: readonly [string, string],
  then: (words: string) => Promise<Reply>,
): Promise<Reply> {
  const request = await findRequest(db, params.id);
  if (!request) return refusedBy({ code: 'request_is_unknown' });
  const readers = await findReaders(db, [request.requesterId], { locale, to: 'staff' });
  const { hintsSeen, ready = '' } = fields;
  const composed = compose({ field, typed, ready, hintsSeen, readers, locale });
  return composed.ok ? then(composed.value) : refusedBy(composed.refusal);
}
