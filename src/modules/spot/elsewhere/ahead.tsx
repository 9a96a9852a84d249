import type { Database } from '../../../platform/database/connect.ts';
import type { Ahead, AheadItem, AheadReader, AheadWay, InCalendar } from '../../../platform/parts/ahead.ts';
import { isStaff } from '../../../platform/permissions.ts';
import { standingOf as visitStandingOf } from '../meet/visits/visit-chip.tsx';
import { VisitCard } from '../meet/visits/visit-list.tsx';
import { OffersWait } from '../offer/cards/offers-wait.tsx';
import { spotPaths } from '../paths.ts';
import { DraftWaits, RequestCard } from '../request/list.tsx';
import { YOUR_TURN } from '../request/next-card.tsx';
import { standingOf } from '../request/state-chip.tsx';
import type { RequestSummary } from '../store/lists/of-requester.ts';
import { spotMessages } from '../words.ts';
import { findAhead } from './find-ahead.ts';
import { nextRequestCard } from './next-request.tsx';

const OFFERS: AheadWay = {
  href: spotPaths.offers(),
  title: spotMessages.label('offers_title'),
  text: spotMessages.label('my_page_offers_text'),
  order: 40,
};
const ASK: AheadWay = {
  href: spotPaths.requestsNew(),
  title: spotMessages.label('home_ask'),
  text: spotMessages.label('my_page_ask_text'),
  order: 50,
};

/** Meetings by their time; what waits for the reader's answer, with the answer; what runs, and what they began to write. */
export const spotAhead: Ahead = async (db, reader) => {
  const { visits, offerCount, requests, hasDraft, now } = await findAhead(db, reader.personId, reader);
  const items: AheadItem[] = [
    ...visits.map((visit) => ({
      at: visit.startsAt,
      card: <VisitCard visit={visit} now={now} />,
      isYourTurn: visitStandingOf(visit, now) === 'to_report',
      inCalendar: visit.confirmedAt ? { id: visit.requestId, ...spanOf(visit) } : undefined,
    })),
    ...(offerCount > 0 ? [{ at: null, card: <OffersWait count={offerCount} />, isYourTurn: true }] : []),
    ...(await Promise.all(requests.map((request) => requestItem(db, reader, request)))),
    ...(hasDraft ? [{ at: null, card: <DraftWaits />, isYourTurn: true }] : []),
  ];
  const isFree = reader.roles.has('volunteer') && offerCount === 0;
  return { items, ways: [...(isFree ? [OFFERS] : []), ...(isStaff(reader) ? [] : [ASK])] };
};

async function requestItem(db: Database, reader: AheadReader, request: RequestSummary): Promise<AheadItem> {
  const isYourTurn = YOUR_TURN.includes(standingOf(request, reader.now)) && !request.hasSaid;
  const card = isYourTurn ? (
    await nextRequestCard(db, reader, request)
  ) : (
    <RequestCard request={request} now={reader.now} />
  );
  const isSettled = request.state === 'visited' && request.hasSaid && !request.hasOpenWorry;
  const { id, state, startsAt, endsAt } = request;
  const isSure = COMES.includes(state) && startsAt && endsAt;
  const inCalendar = isSure ? { id, startsAt, endsAt } : undefined;
  return { at: startsAt, card, isYourTurn, isSettled, inCalendar };
}

/** Both have said yes. */
const COMES: readonly string[] = ['confirmed', 'in_progress', 'visited'];
const spanOf = ({ startsAt, endsAt }: InCalendarSpan) => ({ startsAt, endsAt });
type InCalendarSpan = Omit<InCalendar, 'id'>;
