import type { Level, PairIds, Party, Resident, Volunteer } from '../../../matching/index.ts';
import { toWeekly } from '../../../matching/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import {
  dayInJapan,
  listChildAges,
  listMeetingProfiles,
  type MeetingProfile,
  placeOf,
  toAbilities,
  toDispatchGender,
} from '../../people/index.ts';
import {
  approvedVolunteerIds,
  listKeptApart,
  listRestrictionsInForce,
  type RestrictionKind,
} from '../../trust/index.ts';
import { listInPool } from '../applications/store.ts';
import type { Application } from '../types.ts';
import { waitingOf } from './rules.ts';
import { listTies, type Ties } from './store/ties.ts';

/** Everybody who waits, as the engine pairs them, by the ids of their applications. */
export interface Pool {
  readonly residents: readonly Resident[];
  readonly volunteers: readonly Volunteer[];
  /** Residents who wish to choose: how many proposals they can be made now, and whether they have one before them. */
  readonly choosing: readonly {
    readonly id: string;
    readonly proposals: number;
    readonly hasOne: boolean;
  }[];
  /** Two who came to nothing not long ago: not proposed again for now. */
  readonly notAgain: readonly PairIds[];
  /** Ready, but in no round: nobody knows where they live. */
  readonly placeless: readonly string[];
}

/** What is known of everybody in the pool, asked for all of them at once. */
interface Known {
  readonly profiles: ReadonlyMap<string, MeetingProfile>;
  readonly childAges: ReadonlyMap<string, readonly number[]>;
  readonly keptApart: ReadonlyMap<string, readonly string[]>;
  readonly restrictions: ReadonlyMap<string, ReadonlySet<RestrictionKind>>;
  /** Volunteers who may be asked to help now: every step that is required holds, and they do not rest. */
  readonly approved: ReadonlySet<string>;
  readonly ties: Ties;
}

/** Reads who waits at an instant: a fixed number of questions, however many they are. Who is stopped by the organization is left out. */
export async function readPool(db: Database, now: Temporal.Instant): Promise<Pool> {
  return poolOf(db, [...(await listInPool(db, 'resident')), ...(await listInPool(db, 'volunteer'))], now);
}

/** The same of those alone who are asked about: opening what is sealed of everybody is what takes its time. */
export async function poolOf(
  db: Database,
  applications: readonly Application[],
  now: Temporal.Instant,
): Promise<Pool> {
  const known = await whatIsKnown(db, applications, now);
  const open = applications.filter((one) => isAllowed(one, known));
  const placed = Map.groupBy(
    open.filter((one) => placeOfAll(one, known) !== null),
    ({ side }) => side,
  );
  const [residents, volunteers] = [placed.get('resident') ?? [], placed.get('volunteer') ?? []];
  return {
    residents: residents.map((one) => toResident(one, known)),
    volunteers: volunteers.map((one) => toVolunteer(one, known)),
    choosing: residents.flatMap(({ id, places }) => {
      const held = known.ties.held.get(id) ?? 0;
      return places > 1 ? [{ id, proposals: places - held, hasOne: held > 0 }] : [];
    }),
    notAgain: known.ties.notAgain,
    placeless: open.flatMap((one) => (placeOfAll(one, known) === null ? [one.id] : [])),
  };
}

async function whatIsKnown(
  db: Database,
  applications: readonly Application[],
  now: Temporal.Instant,
): Promise<Known> {
  const personIds = [...new Set(applications.flatMap(({ memberIds }) => memberIds))];
  const profiles = await listMeetingProfiles(db, personIds);
  const households = new Set([...profiles.values()].flatMap(({ householdId }) => householdId ?? []));
  return {
    profiles,
    childAges: await listChildAges(db, [...households], dayInJapan(now)),
    keptApart: await listKeptApart(db, personIds),
    restrictions: await listRestrictionsInForce(db, personIds, now),
    approved: await approvedVolunteerIds(db, now, personIds),
    ties: await listTies(
      db,
      applications.map(({ id }) => id),
      now,
    ),
  };
}

/** Stopped by nobody; of a volunteer, approved as they are today. */
function isAllowed({ side, personId, memberIds }: Application, known: Known): boolean {
  if (!known.profiles.has(personId)) return false;
  const kinds = memberIds.flatMap((member) => [...(known.restrictions.get(member) ?? [])]);
  return !kinds.includes('suspension') && (side === 'resident' || known.approved.has(personId));
}

function placeOfAll({ personId }: Application, { profiles }: Known) {
  const profile = profiles.get(personId);
  return profile ? placeOf(profile) : null;
}

function toParty(application: Application, known: Known): Party & { readonly spokenJapanese: Level } {
  const { id, personId, memberIds, facts } = application;
  const members = memberIds.flatMap((member) => known.profiles.get(member) ?? []);
  const own = known.profiles.get(personId);
  const place = placeOfAll(application, known);
  if (!own || !place) throw new Error('somebody without a profile or a place is in no round');
  const householdIds = [...new Set(members.flatMap(({ householdId }) => householdId ?? []))].sort();
  const languages = toAbilities(own.languages, own.japaneseSpeaking);
  return {
    id,
    personIds: memberIds,
    householdIds,
    employerIds: [],
    isInPool: true,
    place,
    area: own.municipalityCode ?? '',
    reachKilometers: facts.reachKilometers,
    isOnlineOk: facts.isOnlineOk,
    languages,
    weekly: weekOf(own),
    adultGenders: members.filter(({ isChild }) => !isChild).map(({ gender }) => toDispatchGender(gender)),
    childAges: householdIds.flatMap((household) => known.childAges.get(household) ?? []),
    hasPets: facts.hasPets,
    smokes: facts.smokes,
    wishes: facts.wishes,
    interests: facts.interests,
    formerPartnerIds: memberIds.flatMap((member) => known.ties.former.get(member) ?? []),
    wantsAgainIds: memberIds.flatMap((member) => known.ties.again.get(member) ?? []),
    keptApartFromIds: memberIds.flatMap((member) => known.keptApart.get(member) ?? []),
    spokenJapanese: languages.find(({ language }) => language === 'ja')?.speak ?? 0,
  };
}

const weekOf = ({ weekly }: MeetingProfile) =>
  toWeekly(
    weekly.map(({ weekday, startMinute, endMinute }) => ({
      weekday: weekday - 1,
      fromSlot: startMinute / 30,
      toSlot: endMinute / 30,
    })),
  );

function toResident(application: Application, known: Known): Resident {
  const { purposes, facts } = application;
  return {
    ...toParty(application, known),
    task: 'speak',
    purposes,
    requiredPurposes: purposes.filter((purpose) => facts.requiredPurposes.includes(purpose)),
    wantsExperience: [],
    waiting: waitingOf(application),
  };
}

function toVolunteer(application: Application, known: Known): Volunteer {
  const { id, personId, memberIds, purposes, places } = application;
  const { spokenJapanese, ...party } = toParty(application, known);
  const limits = new Set(memberIds.flatMap((member) => [...(known.restrictions.get(member) ?? [])]));
  return {
    ...party,
    // What the organization has decided of somebody; why stays outside the engine.
    ...(limits.has('not_with_children') && { wishes: { ...party.wishes, withoutChildren: true } }),
    ...(limits.has('only_online') && { reachKilometers: 0 }),
    isAtEaseWithEasyJapanese: known.profiles.get(personId)?.easesJapanese ?? false,
    offers: purposes,
    experienceIn: [],
    capacity: places,
    currentPairs: known.ties.held.get(id) ?? 0,
    completedPairs: known.ties.completed.get(personId) ?? 0,
  };
}
