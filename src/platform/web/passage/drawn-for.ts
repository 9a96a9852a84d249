import type { Body } from '../body.ts';
import { drawnFor } from '../form-key.ts';
import type { Passage } from './passage.ts';
import { keep } from './permit.ts';

/**
 * A form that was drawn for one person and is sent by another, signed in meanwhile in the same browser, is not carried
 * out. What was typed is kept for whoever it was drawn for, and shown to nobody else.
 * @returns the answer that says so (409), or null for a form of the reader's own
 */
export async function stopIfDrawnForAnother(passage: Passage, body: Body): Promise<Response | null> {
  const { house, route, actor, reply } = passage;
  if (route.access === 'everyone' || actor.personId === null) return null;
  const key = body.values.get('idempotency_key')?.[0];
  if (drawnFor(house.db, key, actor.personId) !== 'somebody_else') return null;
  const keeping = route.keep === 'nothing' ? null : await keep(passage, body);
  const kept = keeping && 'path' in keeping ? keeping : null;
  const { title, body: says } = house.otherPersonPage({ name: actor.name, keptPath: kept?.path ?? null });
  const answer = await reply.send({ kind: 'page', title: title(passage.locale), body: says, status: 409 });
  if (kept) answer.headers.append('set-cookie', kept.cookie);
  return answer;
}
