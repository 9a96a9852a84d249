import { z } from 'zod';
import { calendarFile } from '../../../../kits/slots/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { lookAhead } from '../../../../platform/parts/ahead.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { findPersons, nameFor } from '../../../people/index.ts';
import { drafts } from '../../apply/drafts.ts';
import { aheadInPairs } from '../../elsewhere/ahead.ts';
import { feesSetting } from '../../fees/setting.ts';
import { chooseInterview } from '../../interview/choose.ts';
import { listInterviews } from '../../interview/store.ts';
import { isAskedBefore } from '../../months/loneliness/find-due.ts';
import { LonelinessCard } from '../../months/loneliness/views.tsx';
import { findFormer } from '../../pair/former.tsx';
import { pairsPaths } from '../../paths.ts';
import { findWaiting } from '../../pool/waiting.ts';
import { WaitingCard } from '../../pool/waiting-card.tsx';
import { type Application, SIDES, type Side } from '../../types.ts';
import { pairsMessages } from '../../words.ts';
import { isCurrent } from '../rules.ts';
import { findWhole } from '../standing.ts';
import { findNewestApplication } from '../store.ts';
import { withdrawApplication } from '../withdraw.ts';
import { BeginPage, OwnPage } from './page.tsx';

export type OwnCall = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

/** Somebody's own application, what it has become, and what they do about it. */
export const ownRoutes: readonly Route[] = [
  get({
    path: pairsPaths.own,
    access: 'everyone',
    audit: null,
    handle: (call) => ownPage(call, FormState.fresh()),
  }),
  post({
    path: pairsPaths.interviewTimes,
    access: 'person',
    audit: 'pairs.interview.chosen',
    form: z.object({ slot: z.uuid('choose_one') }),
    async handle(call) {
      const { db, locale, fields } = call;
      const own = await findOwn(call);
      if (!own) return missing();
      const chosen = await chooseInterview(db, fields.slot, actingOn(call, own));
      if (!chosen.ok) return refusedBy(chosen.refusal);
      await call.audit(aboutOwn(own));
      return redirect(pairsPaths.own(), {
        tone: 'done',
        text: pairsMessages.in(locale).noted('interview_was_chosen'),
      });
    },
    again: (call, form) => ownPage(call, form),
  }),
  get({
    path: pairsPaths.interviewCalendar,
    access: 'person',
    audit: null,
    async handle(call) {
      const own = await findOwn(call);
      const [newest] = own ? await listInterviews(call.db, own.id) : [];
      if (!newest || newest.outcome) return missing();
      const { seriesId: id, sequence, startsAt, endsAt } = newest;
      const title = pairsMessages.in(call.locale).plain('interview_calendar_title');
      const details = { url: null, area: null };
      return calendarFile('Pairs', { id, sequence, startsAt, endsAt, title, details }, call.now);
    },
  }),
  post({
    path: pairsPaths.withdrawal,
    access: 'person',
    audit: 'pairs.application.withdrawn',
    async handle(call) {
      const own = await findOwn(call);
      if (!own) return missing();
      const outcome = await withdrawApplication(call.db, actingOn(call, own));
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutOwn(own));
      return redirect(pairsPaths.own(), {
        tone: 'done',
        text: pairsMessages.in(call.locale).noted('you_have_withdrawn'),
      });
    },
    again: (call, form) => ownPage(call, form),
  }),
];

/** Somebody's application while it is current; null for whoever has none. */
export async function findOwn({ db, actor }: Pick<OwnCall, 'db' | 'actor'>): Promise<Application | null> {
  const newest = actor.personId ? await findNewestApplication(db, actor.personId) : null;
  return newest && isCurrent(newest) ? newest : null;
}

/** As what an applicant acts. */
export function actingOn({ actor, now }: Pick<OwnCall, 'actor' | 'now'>, { id }: Application) {
  return { applicationId: id, doer: { personId: actor.personId, party: 'applicant', now } } as const;
}

export const aboutOwn = ({ id, personId }: Application) => ({
  subjectIds: [personId],
  object: { kind: 'pairs.application', id },
});

async function ownPage(call: OwnCall, form: FormState): Promise<Reply> {
  const { db, actor, locale, now } = call;
  const title = pairsMessages.in(locale).plain('pairs_title');
  const newest = actor.personId ? await findNewestApplication(db, actor.personId) : null;
  const former = actor.personId ? await findFormer(db, actor.personId) : [];
  const whole = newest && isCurrent(newest) ? await findWhole(db, newest, now) : null;
  if (!whole)
    return page(
      title,
      <BeginPage
        before={newest}
        former={former}
        begun={await findBegun(call)}
        payers={(await readSetting(db, feesSetting)).sides}
      />,
    );
  const others = await namesOfOthers(db, whole.application, locale);
  const waiting = await findWaiting(db, whole.application, now);
  const reader = { personId: whole.person.id, roles: actor.roles, locale, now };
  const { items } = await lookAhead([aheadInPairs], db, reader);
  return page(
    title,
    <OwnPage {...{ whole, others, form, former }} inPairs={items}>
      {waiting && <WaitingCard waiting={waiting} />}
      {(await isAskedBefore(db, whole.application)) && (
        <LonelinessCard href={pairsPaths.lonelinessBefore()} />
      )}
    </OwnPage>,
  );
}

async function findBegun({ db, actor: { personId } }: OwnCall): Promise<Side[]> {
  const found = await Promise.all(
    SIDES.map(async (side) => (personId && (await drafts[side].find(db, personId)) ? [side] : [])),
  );
  return found.flat();
}

/** The others of a household who are in an application, as its applicant or staff call them. */
export async function namesOfOthers(
  db: Database,
  { personId, memberIds }: Application,
  locale: OwnCall['locale'],
): Promise<string[]> {
  const others = await findPersons(
    db,
    memberIds.filter((id) => id !== personId),
  );
  return [...others.values()].map((person) => nameFor(person, locale, 'staff').text);
}
