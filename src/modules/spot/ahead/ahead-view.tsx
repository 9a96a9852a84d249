import type { VNode } from 'preact';
import { VisitCard } from '../meet/visits/visit-list.tsx';
import { OffersWait } from '../offer/cards/offers-wait.tsx';
import { DraftWaits, RequestCard } from '../request/list-view.tsx';
import type { Ahead } from './find-ahead.ts';

/** What of Spot lies ahead of the reader: meetings first, then what waits for their answer, then what runs. */
export function SpotAhead(props: { ahead: Ahead }): VNode {
  const { visits, offerCount, requests, hasDraft, now } = props.ahead;
  return (
    <>
      {visits.map((visit) => (
        <VisitCard visit={visit} now={now} />
      ))}
      {offerCount > 0 && <OffersWait count={offerCount} />}
      {requests.map((request) => (
        <RequestCard request={request} now={now} />
      ))}
      {hasDraft && <DraftWaits />}
    </>
  );
}
