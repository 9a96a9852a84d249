import type { Given } from '../../../../kits/questionnaires/index.ts';
import { listOpenSlots, type Slot } from '../../../../kits/slots/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { type Channel, findPersons, findReach, nameFor, type ShownName } from '../../../people/index.ts';
import { stayInTouch } from '../../closing/in-touch.ts';
import { findContacts } from '../../contact/store.ts';
import { findExpectations } from '../../expectations/store.ts';
import { introducersOf } from '../../introduction/commands.ts';
import { INTRODUCTION } from '../../introduction/rules.ts';
import { findIntroduction } from '../../introduction/store.ts';
import { findShownOther, type ShownOther } from '../../propose/shown.ts';
import type { Introduction, Pair, Side } from '../../types.ts';
import { LIVE, TOGETHER } from '../life.ts';
import { applicationOf, otherSide, personOf, sideOf } from '../over.ts';
import { countOffered, findPair } from '../store.ts';

/** A pair as one of its two may see it. What they may not know is not loaded. */
export interface PairScene {
  readonly pair: Pair;
  readonly side: Side;
  /** Null once it came to nothing. */
  readonly other: ShownOther | null;
  /** How many proposals the resident can choose from now, this one with them. */
  readonly offered: number;
  readonly coordinator: ShownName | null;
  readonly introduction: (Introduction & { readonly host: ShownName | null }) | null;
  /** To choose from, while they have not met. */
  readonly slots: readonly Slot[];
  /** The other's only beside one's own. */
  readonly expectations: { readonly own: Given | null; readonly theirs: Given | null };
  readonly contact: Contact;
  readonly now: Temporal.Instant;
}

export interface Contact {
  /** The ways by which the reader could be reached. */
  readonly reach: Readonly<Partial<Record<Channel, string>>>;
  /** What they let the other see; null: nothing. */
  readonly given: readonly Channel[] | null;
  /** The other's, once both have given theirs. */
  readonly theirs: Readonly<Partial<Record<Channel, string>>> | null;
}

interface Reading {
  readonly personId: string | null;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** @returns null for nobody of the pair, and for a resident who was not asked */
export async function loadPairScene(db: Database, pairId: string, by: Reading): Promise<PairScene | null> {
  const pair = await findPair(db, pairId);
  const side = pair && sideOf(pair, by.personId);
  if (!pair || !side || (side === 'resident' && !pair.offeredAt)) return null;
  const isLive = LIVE.some((state) => state === pair.state);
  const isTogether = TOGETHER.some((state) => state === pair.state);
  const { locale, now } = by;
  const mayReach = isTogether || (await stayInTouch(db, pair, by.now));
  const other = isLive || pair.startedOn ? await loadOther(db, pair, { side, locale, now }) : null;
  return {
    ...{ pair, side, now },
    other: isLive || isTogether ? other : withoutFace(other),
    offered: side === 'resident' && isLive ? await countOffered(db, pair.residentApplicationId) : 0,
    coordinator: isLive ? await nameOf(db, pair.coordinatorId, locale) : null,
    introduction: isTogether ? await loadIntroduction(db, pair, locale) : null,
    slots: pair.state === 'introduction' ? await loadSlots(db, pair, now) : [],
    expectations: isTogether ? await loadExpectations(db, pair, side) : { own: null, theirs: null },
    contact: mayReach ? await loadContact(db, pair, side) : { reach: {}, given: null, theirs: null },
  };
}

/** Those who were a pair once do not look at each other for ever. */
function withoutFace(other: ShownOther | null): ShownOther | null {
  return other && { ...other, portrait: null };
}

function loadOther(
  db: Database,
  pair: Pair,
  { side, locale, now }: { side: Side; locale: Locale; now: Temporal.Instant },
) {
  const ownApplicationId = applicationOf(pair, side);
  const theirs = applicationOf(pair, otherSide(side));
  return findShownOther(db, theirs, { ownApplicationId, locale, now });
}

async function nameOf(db: Database, personId: string, locale: Locale): Promise<ShownName | null> {
  const person = (await findPersons(db, [personId])).get(personId);
  return person ? nameFor(person, locale, 'counterpart') : null;
}

async function loadIntroduction(db: Database, pair: Pair, locale: Locale) {
  const introduction = await findIntroduction(db, pair.id);
  if (!introduction || introduction.calledOffAt) return null;
  return { ...introduction, host: await nameOf(db, introduction.hostId, locale) };
}

const MOST_SLOTS = 12;

async function loadSlots(db: Database, pair: Pair, now: Temporal.Instant): Promise<Slot[]> {
  const hostIds = await introducersOf(db, pair, now);
  return listOpenSlots(db, INTRODUCTION, { hostIds, after: now, most: MOST_SLOTS });
}

async function loadExpectations(db: Database, pair: Pair, side: Side): Promise<PairScene['expectations']> {
  const given = await findExpectations(db, pair.id);
  const own = given.get(side) ?? null;
  return { own, theirs: own ? (given.get(otherSide(side)) ?? null) : null };
}

async function loadContact(db: Database, pair: Pair, side: Side): Promise<Contact> {
  const given = await findContacts(db, pair.id);
  const [own, theirs] = [given.get(side) ?? null, given.get(otherSide(side)) ?? null];
  const reach = await findReach(db, personOf(pair, side));
  if (!own || !theirs) return { reach, given: own, theirs: null };
  const all = await findReach(db, personOf(pair, otherSide(side)));
  return { reach, given: own, theirs: Object.fromEntries(theirs.map((channel) => [channel, all[channel]])) };
}
