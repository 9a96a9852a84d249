import { type RefusedAct, recordRefusedAct } from '../../audit/refusals.ts';
import { inTransaction } from '../../database/transaction.ts';
import { actingRole, can, hasJustProved, isStaff, type Permission } from '../../permissions.ts';
import type { Body } from '../body.ts';
import { browserOf, type KeptPlace, keepTypedFields, typedIn } from '../kept-form.ts';
import { isWithinLimit, networkOf, secondsLeft } from '../rate-limit.ts';
import type { Route } from '../route.ts';
import { securedResponse } from '../security.ts';
import { type Passage, pathOf } from './passage.ts';

/** @returns the answer for somebody who may not, or null for somebody who may; what they had typed is kept unless the route says `nothing` */
export async function stopUnlessPermitted(passage: Passage, body: Body | null): Promise<Response | null> {
  const { house, route, request, actor, params, reply } = passage;
  const granted = await can(actor, route.access, params, house.db);
  const mustProve = granted === 'yes' && route.proof === 'fresh' && !hasJustProved(actor, passage.now);
  const proof = isStaff(actor) ? 'second-factor-first' : 'sign-in-first';
  const permission = mustProve ? proof : granted;
  if (permission === 'yes') return null;
  if (permission === 'sign-in-first' || permission === 'second-factor-first') {
    // What listens to changes is no page to be led to another: it is told to stop.
    if (request.headers.get('accept') === 'text/event-stream')
      return securedResponse(null, { status: 204, headers: {} });
    const isToKeep = body !== null && route.keep !== 'nothing';
    const kept = isToKeep ? await keep(passage, body) : null;
    if (kept && 'seconds' in kept)
      return reply.refusal(429, { ...kept, typed: typedIn(body as Body, pathOf(passage)) });
    const back = kept?.path ?? pathOf(passage);
    const headers = new Headers(kept ? { 'set-cookie': kept.cookie } : undefined);
    const path =
      permission === 'sign-in-first'
        ? house.signInPath(back, mustProve ? 'again' : 'first')
        : house.secondFactorPath(back);
    return reply.send({ kind: 'redirect', path, headers });
  }
  await recordRefusal(passage, permission);
  return reply.refusal(permission === 'no' ? 403 : 404);
}

/** Anybody can send a form without being signed in, so what is kept is limited: of one browser or person … */
const MOST_KEPT_OF_ONE = { tries: 20, minutes: 60 };
/** … and, as the last wall, of one network, behind which there may be a whole school. */
const MOST_KEPT_OF_ADDRESS = { tries: 1_000, minutes: 60 };
/** What is larger counts as several. */
const BYTES_OF_ONE = 16_384;

/** Keeps what was typed for whoever the form was drawn for. @returns beyond the limit how many seconds to wait */
export async function keep(passage: Passage, body: Body): Promise<KeptPlace | { seconds: number }> {
  const { house, request, address, actor, now } = passage;
  const form = { body, path: pathOf(passage), headers: request.headers, now };
  const times = Math.ceil(JSON.stringify(typedIn(body, form.path).fields).length / BYTES_OF_ONE);
  const one = actor.personId ?? browserOf(house.db, request.headers);
  for (const limit of [
    ...(one ? [{ subject: `kept-forms of ${one}`, ...MOST_KEPT_OF_ONE }] : []),
    { subject: `kept-forms ${networkOf(address)}`, ...MOST_KEPT_OF_ADDRESS },
  ]) {
    if (!(await isWithinLimit(house.db, limit, now, times))) return { seconds: secondsLeft(limit, now) };
  }
  return keepTypedFields(house.db, form);
}

/** @returns the answer for somebody who tries too often, with what they had typed, or null */
export async function stopBeyondLimit(passage: Passage, body: Body | null): Promise<Response | null> {
  const { house, route, now, reply } = passage;
  if (!route.limit) return null;
  const limit = limitOf(passage, route.limit);
  if (await isWithinLimit(house.db, limit, now)) return null;
  const typed = body ? { typed: typedIn(body, pathOf(passage)) } : {};
  return reply.refusal(429, { ...typed, seconds: secondsLeft(limit, now) });
}

function limitOf(passage: Passage, limit: NonNullable<Route['limit']>) {
  const who = limit.by === 'person' ? passage.actor.personId : null;
  return {
    subject: `${passage.route.method} ${passage.route.path} ${who ?? networkOf(passage.address)}`,
    tries: limit.tries,
    minutes: limit.minutes,
  };
}

/** Records that somebody was refused, by the kit or by a rule; repeats are counted (`audit/refusals.ts`). */
export async function recordRefusal(passage: Passage, code: Permission | string): Promise<void> {
  const { house, actor, route, params, address, now } = passage;
  const id = params['id'];
  const act: RefusedAct = {
    actor: { personId: actor.personId, role: actingRole(actor) },
    address,
    action: route.audit ?? `${route.method} ${route.path}`,
    code,
    object: id ? { kind: passage.module.name, id } : null,
    page: code === 'no' || code === 'no-such-thing' ? 'denied' : 'shown',
  };
  await inTransaction(house.db, (tx) => recordRefusedAct(tx, act, now));
}
