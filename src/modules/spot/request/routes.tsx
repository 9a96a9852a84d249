import { type Appointment, calendarFile, isClosedAt, LAST_SEQUENCE } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readFigure } from '../../../platform/figures.ts';
import { type Files, readFileById } from '../../../platform/files/files.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { readSetting } from '../../../platform/settings/settings.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/web/route.ts';
import { findWordsOfStaff, markRead } from '../../conversations/index.ts';
import {
  findPerson,
  findPortraitAddress,
  findReaders,
  listLanguages,
  nameFor,
  placeNameOf,
} from '../../people/index.ts';
import { findStanding } from '../../trust/index.ts';
import { findDraft } from '../ask/draft.ts';
import { isLateCancellation } from '../close/rules/cancellation.ts';
import { answeredBy } from '../close/rules/worry.ts';
import { maySeePhotos, type PhotoViewer } from '../meet/rules/address.ts';
import { answerWantedUntil } from '../meet/rules/visit.ts';
import type { ComingVolunteer } from '../offer/volunteer-card.tsx';
import { spotPaths } from '../paths.ts';
import { askedVolunteer, assignedVolunteer, formerVolunteer, requester } from '../relations.ts';
import { type SpotSettings, spotSetting } from '../settings.ts';
import { findAssignment, findCalledOff } from '../store/assignments.ts';
import { listCorrections } from '../store/corrections.ts';
import { listHistory } from '../store/history.ts';
import { publicFigures } from '../store/lists/figures.ts';
import { listVolunteerRecords, NO_RECORD } from '../store/lists/of-volunteer.ts';
import { findOffer } from '../store/offers.ts';
import { findExactAddress, findRequest } from '../store/requests.ts';
import { findVisitRecord } from '../store/visits.ts';
import type { Assignment, SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';
import { requestList } from './list.tsx';
import { titleOf } from './page-title.ts';
import { officeSetting } from './reach-us.tsx';
import { RequestPage } from './request-view.tsx';
import type { RequestScene } from './scene.ts';
import { REQUEST } from './thing.ts';
import type { Waiting } from './waiting.tsx';

/** What a resident sees of their requests. */
export function requestRoutes(services: {
  readonly files: Files;
  readonly publicUrl: string;
}): readonly Route[] {
  return [
    ...requestList,
    get({
      path: spotPaths.request,
      access: [requester, assignedVolunteer, askedVolunteer, 'coordinator'],
      audit: 'spot.request.viewed',
      async handle(call) {
        const request = await findRequest(call.db, call.params.id);
        if (!request) return missing();
        if (request.requesterId !== call.actor.personId)
          return redirect(await placeOfOthers(call, request.id));
        const scene = await sceneOf(call, request);
        const seen = scene.volunteer ? [scene.volunteer.personId] : [];
        await call.audit({ subjectIds: seen, object: { kind: 'spot.request', id: request.id } });
        return requestPage(call, scene, FormState.fresh());
      },
    }),
    calendarRoute(services.publicUrl),
    photoRoute(services.files),
  ];
}

/** The visit for one's own calendar; also that it does not take place, to those who had it there. */
function calendarRoute(publicUrl: string): Route {
  return get({
    path: spotPaths.requestCalendar,
    access: [requester, assignedVolunteer, formerVolunteer],
    audit: null,
    async handle(call) {
      const shown = await visitInCalendar(call, publicUrl);
      return shown ? calendarFile('Spot', shown, call.now) : missing();
    },
  });
}

async function visitInCalendar(
  call: Call<{ readonly id: string }>,
  publicUrl: string,
): Promise<Appointment | null> {
  const { db, locale, actor } = call;
  const request = await findRequest(db, call.params.id);
  if (!request) return null;
  const { id, version } = request;
  const title = words(call).plain('calendar_title');
  const assignment = await findAssignment(db, request.id);
  const isOwn = request.requesterId === actor.personId;
  const comesAlong = isOwn || assignment?.volunteerId === actor.personId;
  if (comesAlong && assignment?.isActive && assignment.confirmedAt) {
    const { startsAt, endsAt } = assignment;
    const url = new URL(hrefIn(locale, spotPaths.request({ id })), publicUrl).href;
    const details = { url, area: placeNameOf(request.place, locale) };
    return { id, sequence: version, startsAt, endsAt, title, details };
  }
  const off = await findCalledOff(db, id, isOwn ? null : actor.personId);
  if (!off || assignment?.endedBecause === 'fulfilled') return null;
  const sequence = isOwn ? version : LAST_SEQUENCE;
  return { id, sequence, startsAt: off.startsAt, endsAt: off.endsAt, title, details: null };
}

/** A photo of a letter, for those who may see it, as long as they need it (`maySeePhotos`). */
function photoRoute(files: Files): Route {
  return get({
    path: spotPaths.requestPhoto,
    access: [requester, assignedVolunteer, 'coordinator'],
    audit: 'spot.photo.seen',
    async handle(call) {
      const { id, photoId } = call.params;
      const request = await findRequest(call.db, id);
      if (!request?.photoIds.includes(photoId)) return missing();
      const isOwn = request.requesterId === call.actor.personId;
      const viewer = isOwn ? 'requester' : await viewerOf(call, id);
      if (!viewer || !maySeePhotos(viewer, request.state)) return missing();
      const file = await readFileById(call.db, files, photoId);
      if (!file) return missing();
      await call.audit({
        subjectIds: isOwn ? [] : [request.requesterId],
        object: { kind: 'spot.request', id },
      });
      return { kind: 'file', body: file.bytes, mediaType: file.mediaType };
    },
  });
}

/** As whom somebody sees a photo; who comes along stays that, also when they are staff. Null for anybody else. */
async function viewerOf(
  { db, actor }: Pick<Call, 'db' | 'actor'>,
  requestId: string,
): Promise<PhotoViewer | null> {
  const assignment = await findAssignment(db, requestId);
  if (assignment?.volunteerId === actor.personId) return 'assigned_volunteer';
  return actor.roles.has('coordinator') && actor.strong ? 'coordinator' : null;
}

const words = (call: Pick<Call, 'locale'>) => spotMessages.in(call.locale);

function pageTitle({ locale }: Pick<Call, 'locale'>, { category, place }: SupportRequest): string {
  return titleOf(words({ locale }).plain('request_title'), { category, ...place }, locale);
}

/** The same request has a page of its own for whoever comes along and for the coordinators. */
async function placeOfOthers(call: Pick<Call, 'db' | 'actor'>, requestId: string): Promise<string> {
  const assignment = await findAssignment(call.db, requestId);
  if (assignment?.volunteerId === call.actor.personId) return spotPaths.visit({ id: requestId });
  if (call.actor.roles.has('coordinator') && call.actor.strong)
    return spotPaths.deskRequest({ id: requestId });
  const offer = await findOffer(call.db, requestId, call.actor.personId ?? '');
  return offer ? spotPaths.offer({ id: requestId }) : spotPaths.offers();
}

type Seeing = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

/** All that the requester's page shows. */
export async function sceneOf(call: Omit<Seeing, 'actor'>, request: SupportRequest): Promise<RequestScene> {
  const { db, now } = call;
  const [assignment, settings] = [await findAssignment(db, request.id), await readSetting(db, spotSetting)];
  const startsAt = assignment?.isActive ? assignment.startsAt : null;
  const visitRecord = assignment ? await findVisitRecord(db, assignment.id) : null;
  return {
    request,
    assignment,
    history: await listHistory(db, request.id),
    corrections: await listCorrections(db, request.id),
    question:
      request.state === 'asked_back' ? await findWordsOfStaff(db, { kind: REQUEST, id: request.id }) : null,
    volunteer: assignment ? await findComing(call, assignment, request) : null,
    readers: assignment
      ? await findReaders(db, [assignment.volunteerId], { locale: call.locale, to: 'counterpart' })
      : [],
    visit: visitRecord,
    exactAddress: await findExactAddress(db, request.id),
    lateUntil: isLateCancellation(startsAt, now, settings) ? settings.freeCancellationUntil : null,
    waiting: request.state === 'open' ? await findWaiting(call, request, settings) : null,
    worryAnsweredBy: visitRecord?.feedbackAt ? answeredBy(visitRecord.feedbackAt, settings) : null,
    office: await readSetting(db, officeSetting),
    hasPhone: Boolean((await findPerson(db, request.requesterId))?.phone),
    hasDraft: (await findDraft(db, request.requesterId)) !== null,
    isTimeClosed: startsAt !== null && isClosedAt({ startsAt, minutes: request.durationMinutes }, settings),
    now,
  };
}

async function findWaiting(
  call: Omit<Seeing, 'actor'>,
  request: SupportRequest,
  settings: SpotSettings,
): Promise<Waiting> {
  const { db, now } = call;
  const possibleTimes = request.possibleTimes.toSorted(Temporal.Instant.compare);
  const asking = { possibleTimes, openSince: request.stateSince };
  return {
    figures: await readFigure(db, publicFigures, now),
    language: request.ownWordsLocale,
    takesOverAt: answerWantedUntil(asking, settings.unfilledBeforeHours, now),
  };
}

/** The requester's page again, after a form on it was refused. */
export async function requestPageAgain(call: Seeing, id: string, form: FormState): Promise<Reply> {
  const request = await findRequest(call.db, id);
  if (!request || request.requesterId !== call.actor.personId) return missing();
  return requestPage(call, await sceneOf(call, request), form);
}

/** What is asked is read here. */
async function requestPage(call: Seeing, scene: RequestScene, form: FormState): Promise<Reply> {
  const { request, question } = scene;
  if (question) await markRead(call.db, question.threadId, request.requesterId, call.now);
  return page(pageTitle(call, request), <RequestPage {...scene} form={form} />);
}

/** Who said yes, as far as the requester may know before agreeing: no family name, no address, no telephone. */
async function findComing(
  call: Omit<Seeing, 'actor'>,
  assignment: Assignment,
  { state, requesterId }: SupportRequest,
): Promise<ComingVolunteer | null> {
  const { db, now, locale } = call;
  const person = await findPerson(db, assignment.volunteerId);
  if (!person) return null;
  const records = await listVolunteerRecords(db, [person.id]);
  const standing = await findStanding(db, person.id, now);
  const languages = await listLanguages(db, person.id);
  return {
    personId: person.id,
    name: nameFor(person, locale, 'counterpart'),
    sentence: person.sentence,
    // Whoever came once is not looked at for ever.
    portrait:
      state === 'closed' ? null : await findPortraitAddress(db, person.id, { readerId: requesterId, now }),
    languages: languages.filter((skill) => skill.speak > 0).map((skill) => skill.language),
    language: assignment.language,
    visitsDone: (records.get(person.id) ?? NO_RECORD).visitsDone,
    approvedSince: standing.approvedSince,
  };
}
