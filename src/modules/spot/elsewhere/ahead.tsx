import type { Ahead, AheadItem, AheadWay } from '../../../platform/parts/ahead.ts';
import { isStaff } from '../../../platform/permissions.ts';
import { VisitCard } from '../meet/visits/visit-list.tsx';
import { OffersWait } from '../offer/cards/offers-wait.tsx';
import { spotPaths } from '../paths.ts';
import { DraftWaits, RequestCard } from '../request/list-view.tsx';
import { spotMessages } from '../words.ts';
import { findAhead } from './find-ahead.ts';

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

/** Meetings by their time; then what waits for the reader's answer, what runs, and what they began to write. */
export const spotAhead: Ahead = async (db, reader) => {
  const { visits, offerCount, requests, hasDraft, now } = await findAhead(db, reader.personId, reader);
  const items: AheadItem[] = [
    ...visits.map((visit) => ({ at: visit.startsAt, card: <VisitCard visit={visit} now={now} /> })),
    ...(offerCount > 0 ? [{ at: null, card: <OffersWait count={offerCount} /> }] : []),
    ...requests.map((request) => ({
      at: request.startsAt,
      card: <RequestCard request={request} now={now} />,
    })),
    ...(hasDraft ? [{ at: null, card: <DraftWaits /> }] : []),
  ];
  const isFree = reader.roles.has('volunteer') && offerCount === 0;
  return { items, ways: [...(isFree ? [OFFERS] : []), ...(isStaff(reader) ? [] : [ASK])] };
};
