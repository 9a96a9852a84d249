import { formRoutes } from '../../../../kits/forms/index.ts';
import type { Given } from '../../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Audited,
  type Call,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { dayInJapan } from '../../../people/index.ts';
import { aboutOwn, findOwn } from '../../applications/own/routes.tsx';
import { findPair } from '../../pair/store.ts';
import { PAIR } from '../../pair/subject.ts';
import { pairsPaths } from '../../paths.ts';
import { partner } from '../../relations.ts';
import { pairsMessages } from '../../words.ts';
import { NothingAsked } from '../nothing-asked.tsx';
import { hasBegun } from '../rules/calendar.ts';
import type { MonthAsked } from '../rules/loneliness.ts';
import { type AskedIn, insertLoneliness } from '../store/loneliness.ts';
import { findLonelinessDue, isAskedBefore } from './find-due.ts';
import { isNo, lonelinessQuestions, NO } from './questions.ts';
import { LonelinessPage } from './views.tsx';

/** What somebody is asked now. */
interface Asked {
  readonly in: AskedIn;
  readonly month: MonthAsked;
  readonly about: Audited;
}
type Seeing = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;
type SeeingPair = Seeing & { readonly params: { readonly id: string } };

async function askedBefore({ db, actor }: Seeing): Promise<Asked | null> {
  const own = await findOwn({ db, actor });
  if (!own || !(await isAskedBefore(db, own))) return null;
  return { in: { applicationId: own.id }, month: 0, about: aboutOwn(own) };
}

async function askedInPair({ db, params, actor, now }: SeeingPair): Promise<Asked | null> {
  const pair = await findPair(db, params.id);
  if (!pair || !hasBegun(pair)) return null;
  const asking = { personId: actor.personId ?? '', today: dayInJapan(now) };
  const month = await findLonelinessDue(db, pair, asking);
  return month && { in: { pairId: pair.id }, month, about: { object: { kind: PAIR, id: pair.id } } };
}

function show(call: Seeing, form: FormState, asked: Asked | null, pairId: string | null): Reply {
  const title = pairId === null ? 'lonely_before_title' : 'lonely_title';
  const of = { id: pairId ?? '' };
  const links =
    pairId === null
      ? { action: pairsPaths.lonelinessBefore(), refusals: pairsPaths.lonelinessBeforeRefusals() }
      : { action: pairsPaths.loneliness(of), refusals: pairsPaths.lonelinessRefusals(of) };
  return page(
    pairsMessages.in(call.locale).plain(title),
    asked ? (
      <LonelinessPage title={title} form={form} {...links} />
    ) : (
      <NothingAsked title={title} pairId={pairId} />
    ),
  );
}

/** Keeps what was said, a no like an answer, and leads back to where it was asked. */
async function keep(call: Call<unknown, unknown, Tx>, asked: Asked | null, given: Given): Promise<Reply> {
  if (!asked) return refusedBy({ code: 'nothing_is_asked_now' });
  const { db, now, locale } = call;
  const { month, about } = asked;
  await insertLoneliness(db, { in: asked.in, personId: ownId(call), month, given, now });
  await call.audit(about);
  const back = 'pairId' in asked.in ? pairsPaths.pair({ id: asked.in.pairId }) : pairsPaths.own();
  const says = isNo(given) ? 'lonely_is_refused' : 'lonely_is_sent';
  return redirect(back, { tone: 'done', text: pairsMessages.in(locale).noted(says) });
}

/** How lonely somebody is, or that they do not wish to be asked: told to nobody, counted in means alone. */
export const lonelinessRoutes: readonly Route[] = [
  ...formRoutes({
    path: pairsPaths.lonelinessBefore,
    access: 'person',
    audit: 'pairs.loneliness.answered',
    of: lonelinessQuestions.form,
    begin: () => ({}),
    show: async (call, form) => show(call, form, await askedBefore(call), null),
    save: async (call) => keep(call, await askedBefore(call), lonelinessQuestions.give(call.fields)),
  }),
  post({
    path: pairsPaths.lonelinessBeforeRefusals,
    access: 'person',
    audit: 'pairs.loneliness.answered',
    handle: async (call) => keep(call, await askedBefore(call), NO),
  }),
  ...formRoutes({
    path: pairsPaths.loneliness,
    access: [partner],
    audit: 'pairs.loneliness.answered',
    of: lonelinessQuestions.form,
    begin: () => ({}),
    show: async (call, form) => show(call, form, await askedInPair(call), call.params.id),
    save: async (call) => keep(call, await askedInPair(call), lonelinessQuestions.give(call.fields)),
  }),
  post({
    path: pairsPaths.lonelinessRefusals,
    access: [partner],
    audit: 'pairs.loneliness.answered',
    handle: async (call) => keep(call, await askedInPair(call), NO),
  }),
];
