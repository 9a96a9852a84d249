import { randomUUID } from 'node:crypto';
import { inTransaction, violatedConstraint } from '../../database/transaction.ts';
import { type Refusal, Refused } from '../../refusal.ts';
import { type Body, checkBody, readBody, readText, respelled } from '../body.ts';
import { readFormKey } from '../form-key.ts';
import { FormState } from '../form-state.ts';
import type { House } from '../house.ts';
import { typedIn } from '../kept-form.ts';
import { isWithinLimit, networkOf, secondsLeft } from '../rate-limit.ts';
import { type Reply, type Route, redirect } from '../route.ts';
import { isFromOurPages } from '../security.ts';
import { stopIfDrawnForAnother } from './drawn-for.ts';
import { digestOf, findEarlierAnswer, keepAnswer } from './once.ts';
import { callOf, handle, isShown, type Passage, pathOf } from './passage.ts';
import { recordRefusal, stopBeyondLimit, stopUnlessPermitted } from './permit.ts';

/** @returns what our own page has sent, or the status for what is not to be heard */
export async function receive(house: House, route: Route, request: Request): Promise<Body | 403 | 413 | 422> {
  const origin = house.publicUrl ?? new URL(request.url).origin;
  if (route.csrf !== 'none' && !isFromOurPages(request.headers, origin)) return 403;
  const body = await (route.takes === 'text' ? readText : readBody)(request, route.maxBytes);
  if (body === 'too_large') return 413;
  return body === 'no_form' ? 422 : body;
}

/** Answers a form: checked, then done once in one transaction; refused, it comes back with everything typed. */
export async function answerPost(passage: Passage, sent: Body): Promise<Response> {
  const { route, reply, say, house } = passage;
  const body = respelled(route.schema, sent);
  const stopped =
    (await stopIfDrawnForAnother(passage, body)) ??
    (await stopUnlessPermitted(passage, body)) ??
    (await stopBeyondLimit(passage, body));
  if (stopped) return stopped;
  if (route.again && house.writingAid?.isAsked(body.values)) return helpWriting(passage, body);
  const { fields, refusals } = route.schema
    ? checkBody(route.schema, body)
    : { fields: undefined, refusals: [] };
  if (refusals.length > 0) {
    // The page that comes back may show somebody's record: that it was shown must leave a trace here as well.
    if (route.audit && route.access !== 'everyone')
      await recordRefusal(passage, refusals[0]?.code ?? 'refused');
    return again(passage, body, new FormState(body.values, refusals, say));
  }
  try {
    return reply.send(await doOnce(passage, body, fields));
  } catch (problem) {
    const refused = refusalsIn(problem) ?? refusalOfDatabase(passage, problem);
    if (!refused) throw problem;
    await recordRefusal(passage, refused[0]?.code ?? 'refused');
    return again(passage, body, new FormState(body.values, refused, say));
  }
}

/** Looked at in words of any form: as often as somebody can read what was found, and not by a program. */
const MOST_LOOKS = { tries: 300, minutes: 10 };

/** The form as it was, with what was found in the words of one of its fields; nothing of it is sent, done or kept. */
async function helpWriting(passage: Passage, body: Body): Promise<Response> {
  const { house, route, actor, address, now, reply, say } = passage;
  const limit = { subject: `writing-aid ${actor.personId ?? networkOf(address)}`, ...MOST_LOOKS };
  if (!(await isWithinLimit(house.db, limit, now)))
    return reply.refusal(429, { typed: typedIn(body, pathOf(passage)), seconds: secondsLeft(limit, now) });
  const helped = await house.writingAid?.help(body.values, now);
  if (!helped) return reply.refusal(422);
  // The page that comes back may show somebody's record, as one does that comes back with refusals.
  if (route.audit && route.access !== 'everyone') await recordRefusal(passage, 'only_looked_at_words');
  const { values, refusals, beside } = helped;
  return again(passage, { ...body, values }, new FormState(values, refusals, say, beside));
}

/** The handler's work, its audit entry, its events and the form's key, all or nothing. */
async function doOnce(passage: Passage, body: Body, fields: unknown): Promise<Reply> {
  const { house, route, now } = passage;
  const sending = {
    key: keyOf(body),
    actor: passage.actor.personId ?? passage.address,
    content: digestOf(house.db, pathOf(passage), body.values, body.uploads),
  };
  return inTransaction(house.db, async (tx): Promise<Reply> => {
    const earlier = await findEarlierAnswer(tx, sending, { route: route.path, now });
    if (earlier !== null) return redirect(earlier);
    const done = await handle(passage, { fields, db: tx, body });
    if (done.kind === 'refused') throw new RefusedReply(done.refusals);
    if (done.kind !== 'missing') await passage.noteSeen(tx);
    await keepAnswer(tx, sending, done.kind === 'redirect' && !done.isDetour ? done.path : null);
    return done;
  });
}

function keyOf(body: Body): string {
  return readFormKey(body.values.get('idempotency_key')?.[0]) ?? randomUUID();
}

class RefusedReply extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super('refused');
    this.refusals = refusals;
  }
}

function refusalsIn(problem: unknown): readonly Refusal[] | null {
  if (problem instanceof RefusedReply) return problem.refusals;
  return problem instanceof Refused ? [problem.refusal] : null;
}

/** A promise that the database keeps by itself, perhaps only at the commit, is refused in words where it is named like them. */
function refusalOfDatabase({ module }: Passage, problem: unknown): readonly Refusal[] | null {
  const code = violatedConstraint(problem);
  return code !== null && module.messages.has(code) ? [{ code }] : null;
}

async function again(passage: Passage, body: Body, form: FormState): Promise<Response> {
  const { route, house, reply } = passage;
  if (!route.again) return reply.refusal(422, { form });
  const call = callOf(passage, { fields: undefined, db: house.db, body });
  const answer = await route.again(call as never, form);
  if (isShown(answer)) await passage.noteSeen(house.db);
  const status = form.refusals.length > 0 ? 422 : 200;
  return reply.send(answer.kind === 'page' ? { ...answer, status } : answer, form);
}
