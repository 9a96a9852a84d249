import { localeFacts } from '../../languages/locales.ts';
import { isForStaffOnly } from '../../permissions.ts';
import { checkBody, isReadable, readQuery, respelled } from '../body.ts';
import { FormState } from '../form-state.ts';
import { missing } from '../route.ts';
import { handle, isShown, type Passage, pathOf } from './passage.ts';
import { stopBeyondLimit, stopUnlessPermitted } from './permit.ts';

/** Answers a request for a page or file. What is audited leaves only after its entry has been committed. */
export async function answerGet(passage: Passage): Promise<Response> {
  const { house, route, reply, say } = passage;
  const moved = inStaffLanguage(passage);
  if (moved) return moved;
  const query = respelled(route.schema, readQuery(passage.url));
  if (!isReadable(query)) return reply.refusal(404);
  const stopped = (await stopUnlessPermitted(passage, null)) ?? (await stopBeyondLimit(passage, null));
  if (stopped) return stopped;
  const { fields, refusals } = route.schema
    ? checkBody(route.schema, query)
    : { fields: undefined, refusals: [] };
  if (refusals.length > 0) return reply.refusal(422, { form: new FormState(query.values, refusals, say) });
  const answer = await handle(passage, { fields, body: query, db: house.db });
  if (isShown(answer)) await passage.noteSeen(house.db);
  return reply.send(answer.kind === 'refused' ? missing() : answer);
}

/** Staff's screens exist in two languages: a reader of another one is sent to the nearer of them. */
function inStaffLanguage(passage: Passage): Response | null {
  const staff = localeFacts[passage.locale].staff;
  if (!isForStaffOnly(passage.route.access) || staff === passage.locale) return null;
  const path = pathOf(passage);
  const location = `/${staff}${path === '/' ? '' : path}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}
