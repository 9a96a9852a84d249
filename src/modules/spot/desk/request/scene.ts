import type { Database } from '../../../../platform/database/connect.ts';
import type { Page } from '../../../../platform/database/paging.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { listThreadsAbout } from '../../../conversations/index.ts';
import {
  callName,
  dayInJapan,
  findPersons,
  findReaders,
  listPersonIdsWithRole,
  type Reader,
} from '../../../people/index.ts';
import { hasOpenConcern } from '../../../trust/index.ts';
import { whomToCall } from '../../offer/rules/calling.ts';
import { REQUEST } from '../../request/thing.ts';
import { type SpotSettings, spotSetting } from '../../settings.ts';
import { findAssignment, findMissedAssignment } from '../../store/assignments.ts';
import { type Correction, listCorrections } from '../../store/corrections.ts';
import { listHistory } from '../../store/history.ts';
import { listNotes, type Note } from '../../store/notes.ts';
import { listOffersOfRequest } from '../../store/offers.ts';
import { findRequest } from '../../store/requests.ts';
import { findVisitRecord } from '../../store/visits.ts';
import type { Assignment, HistoryLine, Offer, SupportRequest, VisitRecord } from '../../types.ts';
import { mayNote } from '../notes/rules.ts';
import { type Contact, findContacts } from './contact.ts';

/** Everything about a request, for a coordinator. */
export interface DeskScene {
  readonly request: SupportRequest;
  readonly assignment: Assignment | null;
  readonly record: VisitRecord | null;
  readonly offers: readonly Offer[];
  readonly history: readonly HistoryLine[];
  readonly corrections: readonly Correction[];
  readonly conversations: Awaited<ReturnType<typeof listThreadsAbout>>;
  /** Call names by id of everybody on the page. */
  readonly names: ReadonlyMap<string, string>;
  /** Whoever reads what is written to the requester here. */
  readonly readers: readonly Reader[];
  /** Something is still to be looked into about it. */
  readonly hasOpenConcern: boolean;
  /** How to reach those who are to be called now. */
  readonly contacts: readonly Contact[];
  /** Whoever asked has no address: they are told and asked by telephone. */
  readonly isByPhoneOnly: boolean;
  /** What coordinators told each other; null for whoever is one of the two. */
  readonly notes: Page<Note> | null;
  readonly notesAfter: string | null;
  /** Who could keep it. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly readerId: string | null;
  readonly settings: SpotSettings;
  readonly now: Temporal.Instant;
}

/** The same with what was typed in its forms. */
export type DeskProps = DeskScene & { readonly form: FormState };

const NOTES_A_PAGE = 30;

/** @returns null when there is no such request */
export async function loadDeskScene(
  db: Database,
  ask: {
    readonly requestId: string;
    readonly readerId: string | null;
    readonly now: Temporal.Instant;
    readonly locale: Locale;
    /** Behind which of the notes they begin; null for the newest. */
    readonly notesAfter?: string | null;
  },
): Promise<DeskScene | null> {
  const request = await findRequest(db, ask.requestId);
  if (!request) return null;
  // Both are to be talked to when they did not meet: the volunteer's promise has ended by then.
  const find = request.state === 'no_show' ? findMissedAssignment : findAssignment;
  const assignment = await find(db, request.id);
  const offers = await listOffersOfRequest(db, request.id);
  const history = await listHistory(db, request.id);
  const corrections = await listCorrections(db, request.id);
  const notes = mayNote(ask.readerId, { request, offers })
    ? await listNotes(db, request.id, { after: ask.notesAfter ?? null, limit: NOTES_A_PAGE })
    : null;
  const inOffice = notes ? await listPersonIdsWithRole(db, 'coordinator', dayInJapan(ask.now)) : [];
  const colleagueIds = inOffice.filter((id) => mayNote(id, { request, offers }));
  const ids = [
    ...colleagueIds,
    ...(notes?.rows ?? []).flatMap(({ byPerson, handedTo }) => [byPerson, handedTo]),
    request.requesterId,
    request.coordinatorId,
    request.enteredBy,
    request.japanese?.by,
    assignment?.volunteerId,
    ...offers.flatMap(({ volunteerId, askedBy }) => [volunteerId, askedBy]),
    ...history.map(({ byPerson }) => byPerson),
    ...corrections.map(({ byPerson }) => byPerson),
  ];
  const known = ids.filter((id) => typeof id === 'string');
  const persons = await findPersons(db, known);
  const record = assignment ? await findVisitRecord(db, assignment.id) : null;
  const requester = persons.get(request.requesterId);
  const isByPhoneOnly = requester !== undefined && requester.email === null;
  const called = whomToCall({ request, assignment, record, isByPhoneOnly }, ask.now).flatMap((side) => {
    const person = persons.get((side === 'requester' ? request.requesterId : assignment?.volunteerId) ?? '');
    return person ? [{ side, person }] : [];
  });
  return {
    request,
    assignment,
    record,
    isByPhoneOnly,
    contacts: await findContacts(db, called, ask.locale),
    notes,
    notesAfter: ask.notesAfter ?? null,
    colleagues: colleagueIds.map((id) => {
      const person = persons.get(id);
      return { id, name: person ? callName(person, ask.locale) : '' };
    }),
    readerId: ask.readerId,
    hasOpenConcern: await hasOpenConcern(db, REQUEST, request.id),
    offers,
    history,
    corrections,
    conversations: await listThreadsAbout(db, { kind: REQUEST, id: request.id }),
    names: new Map([...persons].map(([id, person]) => [id, callName(person, ask.locale)])),
    readers: await findReaders(db, [request.requesterId], { locale: ask.locale, to: 'staff' }),
    settings: await readSetting(db, spotSetting),
    now: ask.now,
  };
}

/** Whose records a coordinator sees on the page: the requester's and the volunteers'. */
export function subjectsOf({ request, assignment, offers }: DeskScene): string[] {
  const volunteers = offers.map(({ volunteerId }) => volunteerId);
  return [...new Set([request.requesterId, ...(assignment ? [assignment.volunteerId] : []), ...volunteers])];
}
