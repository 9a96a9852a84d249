import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, Card, EmptyState, Link, Notice, PageHead } from '../../../ui/index.ts';
import type { RequestSummary } from '../store/lists/of-requester.ts';
import { spotMessages } from '../words.ts';
import { StateChip } from './state-chip.tsx';

/** Somebody's requests, the newest first, each with where it stands. */
export function RequestListPage(props: { requests: readonly RequestSummary[]; hasDraft: boolean }): VNode {
  const t = useWords(spotMessages);
  const ask = (
    <Button href="/spot/requests/new" kind="main">
      {t('ask_title')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('list_title')} />
      {props.hasDraft && (
        <Notice tone="info" actions={<Button href="/spot/requests/new">{t('go_on_writing')}</Button>}>
          {t('draft_waits')}
        </Notice>
      )}
      {props.requests.length === 0 ? (
        <EmptyState title={t('list_empty_title')} actions={ask} picture="doors">
          {t('list_empty_text')}
        </EmptyState>
      ) : (
        <>
          <Actions>{ask}</Actions>
          {props.requests.map((request) => (
            <Line request={request} />
          ))}
        </>
      )}
    </>
  );
}

function Line(props: { request: RequestSummary }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { request } = props;
  const [first] = request.possibleTimes;
  return (
    <Card
      title={<Link href={`/spot/requests/${request.id}`}>{t(`category_${request.category}`)}</Link>}
      aside={<StateChip state={request.state} />}
    >
      {request.ownWords !== '' && (
        <p lang={request.ownWordsLocale} dir="auto" class="two-lines">
          {request.ownWords}
        </p>
      )}
      <p>
        {request.startsAt
          ? t('you_meet_at', { when: formats.dayTime(request.startsAt) })
          : first && t('asked_for', { when: formats.dayTime(first) })}
      </p>
      <p>{t(`next_${request.state}`)}</p>
    </Card>
  );
}
