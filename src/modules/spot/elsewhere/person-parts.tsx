import type { VNode } from 'preact';
import type { Page } from '../../../platform/database/paging.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PersonPart } from '../../../platform/parts/person-part.ts';
import { Link } from '../../../ui/index.ts';
import { deskMessages } from '../desk/words.ts';
import { spotPaths } from '../paths.ts';
import { listCurrentRequests, listEndedRequests, type RequestSummary } from '../store/lists/of-requester.ts';
import { listPastVisits, listVisitsAhead, type VolunteerVisit } from '../store/lists/of-volunteer.ts';
import { spotMessages } from '../words.ts';

/** What somebody asked for, and where they went along. */
export const spotPersonParts: readonly PersonPart[] = [
  {
    name: 'requests',
    title: deskMessages.label('ties_requests'),
    order: 10,
    async list(db, { personId }, window) {
      const current = window.after ? [] : await listCurrentRequests(db, personId);
      const { rows, next } = await listEndedRequests(db, personId, window);
      return { rows: [...current, ...rows].map((request) => <Request request={request} />), next };
    },
  },
  {
    name: 'visits',
    title: deskMessages.label('ties_visits'),
    order: 20,
    async list(db, { personId }, window): Promise<Page<VNode>> {
      const ahead = window.after ? [] : await listVisitsAhead(db, personId);
      const { rows, next } = await listPastVisits(db, personId, window);
      return { rows: [...ahead.toReversed(), ...rows].map((visit) => <Visit visit={visit} />), next };
    },
  },
];

function Request({ request }: { request: RequestSummary }): VNode {
  const t = useWords(deskMessages);
  const { id, category, submittedAt, state } = request;
  return (
    <>
      <RequestLink id={id} category={category} at={submittedAt} />{' '}
      <span class="quiet">
        {t('ties_submitted', { day: useFormats().day(submittedAt) })} ·{' '}
        {useWords(spotMessages)(`state_${state}`)}
      </span>
    </>
  );
}

function Visit({ visit }: { visit: VolunteerVisit }): VNode {
  const { requestId, category, startsAt, endsAt } = visit;
  return (
    <>
      <RequestLink id={requestId} category={category} at={startsAt} />{' '}
      <span class="quiet">{useFormats().span(startsAt, endsAt)}</span>
    </>
  );
}

function RequestLink(props: Pick<RequestSummary, 'id' | 'category'> & { at: Temporal.Instant }): VNode {
  return (
    <Link href={spotPaths.deskRequest({ id: props.id })} apart={useFormats().dayTime(props.at)}>
      {useWords(spotMessages)(`category_${props.category}`)}
    </Link>
  );
}
