import type { VNode } from 'preact';
import { type Found, listRoutes } from '../../../kits/lists/index.ts';
import type { Page } from '../../../platform/database/paging.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, Card, EmptyState, Link, Notice, OwnWords } from '../../../ui/index.ts';
import { findDraft } from '../ask/draft.ts';
import { ThrowDraftAway } from '../ask/form/throw-draft-away.tsx';
import { spotPaths } from '../paths.ts';
import { listCurrentRequests, listEndedRequests, type RequestSummary } from '../store/lists/of-requester.ts';
import type { RequestState } from '../transitions.ts';
import { spotMessages } from '../words.ts';
import { AnswerQuestion, YOUR_TURN } from './next-card.tsx';
import { type Standing, StateChip, standingOf } from './state-chip.tsx';

/** Somebody's requests: what happens next comes first, then the newest; what has ended comes last, in pages. */
export const requestList = listRoutes({
  path: spotPaths.requests,
  access: 'person',
  audit: null,
  async find({ db, actor, now }, _filters, window): Promise<Found<RequestSummary>> {
    const personId = actor.personId ?? '';
    const isFirst = window.after === null;
    const current = isFirst ? await listCurrentRequests(db, personId) : [];
    const ended = await listEndedRequests(db, personId, window);
    const hasDraft = isFirst && (await findDraft(db, personId)) !== null;
    const isEmpty = isFirst && !hasDraft && current.length + ended.rows.length === 0;
    return {
      ...ended,
      notice: isEmpty ? undefined : (
        <AboveEnded current={current} hasDraft={hasDraft} ended={ended} now={now} />
      ),
      none: isEmpty ? <NothingYet /> : null,
    };
  },
  row: (request) => <EndedLine request={request} />,
  keyOf: ({ id }) => id,
  rowsAPage: 20,
  words: spotMessages,
  title: 'list_title',
  empty: 'list_empty_title',
  emptyText: 'list_empty_text',
});

function NothingYet(): VNode {
  const t = useWords(spotMessages);
  return (
    <EmptyState title={t('list_empty_title')} actions={<Ask />} scene="reading">
      {t('list_empty_text')}
    </EmptyState>
  );
}

/** What has not ended, and above it the way to ask, or to what was begun. */
function AboveEnded(props: {
  current: readonly RequestSummary[];
  ended: Page<RequestSummary>;
  hasDraft: boolean;
  now: Temporal.Instant;
}): VNode {
  const t = useWords(spotMessages);
  return (
    <>
      {props.hasDraft ? (
        <DraftWaits />
      ) : (
        <Actions>
          <Ask />
        </Actions>
      )}
      {inOrder(props.current, props.now).map((request) => (
        <RequestCard request={request} now={props.now} />
      ))}
      {props.ended.rows.length > 0 && <h2>{t('list_ended')}</h2>}
    </>
  );
}

const DAY = { hours: 24 };

/** Who meets within a day goes there first; then what waits for the reader, then what is agreed for later, then the rest. */
function inOrder(requests: readonly RequestSummary[], now: Temporal.Instant): RequestSummary[] {
  const isSoon = (startsAt: Temporal.Instant) => Temporal.Instant.compare(startsAt, now.add(DAY)) < 0;
  const rankOf = (request: RequestSummary) => {
    const { startsAt, hasSaid } = request;
    const state = standingOf(request, now);
    if (state === 'in_progress') return 0;
    if (state === 'confirmed' && startsAt) return isSoon(startsAt) ? 1 : 3;
    return YOUR_TURN.includes(state) && !hasSaid ? 2 : 4;
  };
  const startOf = ({ startsAt }: RequestSummary) => startsAt?.epochMilliseconds ?? 0;
  return requests.toSorted((a, b) => rankOf(a) - rankOf(b) || startOf(a) - startOf(b));
}

function Ask(): VNode {
  const t = useWords(spotMessages);
  return (
    <Button href={spotPaths.requestsNew()} kind="main">
      {t('ask_title')}
    </Button>
  );
}

/** One request is written at a time: who has begun one goes on with it, or throws it away first. */
export function DraftWaits(): VNode {
  const t = useWords(spotMessages);
  const goOn = (
    <>
      <Button href={spotPaths.requestsNew()} kind="main">
        {t('go_on_writing')}
      </Button>
      <ThrowDraftAway />
    </>
  );
  return (
    <Notice tone="info" actions={goOn}>
      {t('draft_waits')}
    </Notice>
  );
}

/** Two requests of one kind are told apart by how they stand and when they meet or, before that, when it was asked. */
function RequestLink({ request, standing }: { request: RequestSummary; standing: Standing }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  return (
    <Link
      href={spotPaths.request({ id: request.id })}
      apart={
        <>
          {t(`state_${standing}`)} · {formats.dayTime(request.startsAt ?? request.submittedAt)}
        </>
      }
    >
      {t(`category_${request.category}`)}
    </Link>
  );
}

/** A request that has not ended: what is next, its words, when. */
export function RequestCard(props: { request: RequestSummary; now: Temporal.Instant }): VNode {
  const t = useWords(spotMessages);
  const { request } = props;
  const standing = standingOf(request, props.now);
  return (
    <Card
      title={<RequestLink request={request} standing={standing} />}
      level={2}
      aside={<StateChip state={standing} hasSaid={request.hasSaid} />}
      accent={YOUR_TURN.includes(standing) && !request.hasSaid}
      actions={standing === 'asked_back' && <AnswerQuestion requestId={request.id} />}
    >
      <p>
        {request.state === 'visited' && request.hasSaid
          ? t('next_told', { worry: request.hasOpenWorry ? 'open' : 'none' })
          : t(`next_${standing}`)}
      </p>
      <Words request={request} />
      <When request={request} />
    </Card>
  );
}

function EndedLine(props: { request: RequestSummary }): VNode {
  const { request } = props;
  return (
    <Card
      title={<RequestLink request={request} standing={request.state} />}
      aside={<StateChip state={request.state} hasSaid={request.hasSaid} />}
    >
      <Words request={request} />
      <When request={request} />
    </Card>
  );
}

/** The beginning of the resident's own words; nothing once they are forgotten. */
function Words(props: { request: RequestSummary }): VNode | null {
  const { ownWords } = props.request;
  if (ownWords === '') return null;
  return (
    <OwnWords as="p" class="two-lines quiet">
      {ownWords}
    </OwnWords>
  );
}

function When(props: { request: RequestSummary }): VNode | null {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { startsAt, possibleTimes, state } = props.request;
  if (startsAt) {
    const key =
      state === 'accepted' ? 'they_can_come_at' : MET.includes(state) ? 'you_met_at' : 'you_meet_at';
    return <p>{t(key, { when: formats.dayTime(startsAt) })}</p>;
  }
  if (possibleTimes.length === 0) return null;
  return (
    <div>
      {t('asked_for_times')}
      {possibleTimes.map((start) => (
        <div>{formats.dayTime(start)}</div>
      ))}
    </div>
  );
}

const MET: readonly RequestState[] = ['visited', 'closed'];
