import { isDatabaseAway, isDiskFull } from '../../database/transaction.ts';
import { STORE_AWAY, StoreAway } from '../../files/store/store.ts';
import type { Body } from '../body.ts';
import type { RefusalStatus } from '../house.ts';
import { typedIn } from '../kept-form.ts';
import { type Passage, pathOf } from './passage.ts';

/** Answers a request whose work threw: what happened, in words, and with it all that was typed. */
export async function failed(passage: Passage, problem: unknown, body: Body | null): Promise<Response> {
  const { house, route, reply, locale, now } = passage;
  const about = body ? { typed: typedIn(body, pathOf(passage)) } : {};
  if (problem instanceof StoreAway) {
    house.log.error({ problem: problem.message, route: route.path }, STORE_AWAY);
    return reply.refusal(503, about);
  }
  const status = statusOf(problem);
  if (status === 503 && route.withoutDatabase) return reply.send(route.withoutDatabase({ locale, now }));
  if (status !== 503) house.log.error({ err: problem, route: route.path }, 'a request failed');
  return reply.refusal(status, about);
}

function statusOf(problem: unknown): RefusalStatus {
  if (isDatabaseAway(problem)) return 503;
  return isDiskFull(problem) ? 507 : 500;
}
