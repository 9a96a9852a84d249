import type { Database } from '../../../../platform/database/connect.ts';
import { After } from '../../../../platform/database/paging.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  type Reply,
  type Route,
  redirect,
} from '../../../../platform/web/route.ts';
import { findPortraitAddress, findReaders, findSharedProfile } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import { assignedVolunteer, formerVolunteer } from '../../relations.ts';
import { titleOf } from '../../request/page-title.ts';
import { officeSetting } from '../../request/reach-us.tsx';
import { findAssignment } from '../../store/assignments.ts';
import { findMeetingPlace } from '../../store/lists/meeting-place.ts';
import { listPastVisits, listVisitsAhead } from '../../store/lists/of-volunteer.ts';
import { findRequest } from '../../store/requests.ts';
import { findVisitRecord } from '../../store/visits.ts';
import { spotMessages } from '../../words.ts';
import { minutesToPropose } from '../rules/visit.ts';
import type { VisitScene } from './scene.ts';
import { VisitListPage } from './visit-list.tsx';
import { VisitPage } from './visit-page.tsx';

const VISITS_A_PAGE = 20;

/** A volunteer's visits, and one of them. */
export const visitRoutes: readonly Route[] = [
  get({
    path: spotPaths.visits,
    access: 'person',
    audit: null,
    query: After,
    async handle({ db, actor, now, locale, fields: { after } }) {
      const personId = actor.personId ?? '';
      const ahead = after ? [] : await listVisitsAhead(db, personId);
      const past = await listPastVisits(db, personId, { after, limit: VISITS_A_PAGE });
      const title = spotMessages.in(locale).plain('visits_title');
      return page(title, <VisitListPage ahead={ahead} past={past} after={after} now={now} />);
    },
  }),
  get({
    path: spotPaths.visit,
    access: [assignedVolunteer, formerVolunteer],
    audit: 'spot.visit.viewed',
    async handle(call) {
      const scene = await sceneOf(call);
      if (!scene) return overPage(call);
      // Before both have agreed nobody's record is seen: there is no name on the page.
      const subjectIds = scene.counterpart ? [scene.request.requesterId] : [];
      await call.audit({ subjectIds, object: { kind: 'spot.request', id: call.params.id } });
      return page(pageTitle(call, scene), <VisitPage {...scene} form={beginReport(scene)} />);
    },
  }),
];

function pageTitle({ locale }: Pick<Seeing, 'locale'>, { request: { category, place } }: VisitScene): string {
  const title = spotMessages.in(locale).plain('visit_title');
  return titleOf(title, { category, ...place }, locale);
}

/** An old link leads a former volunteer to their visits, with a sentence; it opens nothing of the request. */
async function overPage({ db, actor, params, locale }: Seeing): Promise<Reply> {
  if (!(await formerVolunteer.holds(db, actor.personId ?? '', params))) return missing();
  const text = spotMessages.in(locale).noted('visit_is_over_for_you');
  return redirect(spotPaths.visits(), { tone: 'notice', text });
}

type Seeing = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

/** The visit's page again, after a form on it was refused. */
export async function visitPage(call: Seeing, form: FormState): Promise<Reply> {
  const scene = await sceneOf(call);
  if (!scene) return missing();
  return page(pageTitle(call, scene), <VisitPage {...scene} form={form} />);
}

async function sceneOf({ db, actor, locale, now, params }: Seeing): Promise<VisitScene | null> {
  const request = await findRequest(db, params.id);
  const assignment = await findAssignment(db, params.id);
  const personId = actor.personId ?? '';
  if (!request || assignment?.volunteerId !== personId) return null;
  const isAgreed = assignment.confirmedAt !== null;
  return {
    request,
    assignment,
    record: await findVisitRecord(db, assignment.id),
    counterpart: isAgreed ? await findSharedProfile(db, request.requesterId, locale) : null,
    portrait: isAgreed
      ? await findPortraitAddress(db, request.requesterId, { readerId: personId, now })
      : null,
    readers: isAgreed ? await findReaders(db, [request.requesterId], { locale, to: 'counterpart' }) : [],
    exactAddress: await findMeetingPlace(db, { requestId: request.id, personId }),
    office: await readSetting(db, officeSetting),
    now,
  };
}

/** The report begins with the likely minutes; one that was given, with what it says. */
function beginReport({ record, assignment }: VisitScene): FormState {
  const { checkedInAt, checkedOutAt, report } = record;
  if (report) {
    const { doneWords, spentMinutes, learnedWords } = report;
    return FormState.fresh({
      doneWords,
      spentMinutes: String(spentMinutes),
      learnedWords: learnedWords ?? '',
    });
  }
  if (!checkedInAt || !checkedOutAt) return FormState.fresh();
  const minutes = minutesToPropose(assignment, { startsAt: checkedInAt, endsAt: checkedOutAt });
  return FormState.fresh({ spentMinutes: String(minutes) });
}
