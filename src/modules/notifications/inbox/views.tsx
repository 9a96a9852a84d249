import type { VNode } from 'preact';
import { machineTime } from '../../../platform/clock.ts';
import type { Page } from '../../../platform/database/paging.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Card,
  EmptyState,
  Link,
  PageHead,
  Pager,
  pagesBehind,
  StatusChip,
} from '../../../ui/index.ts';
import { placeWordsOf } from '../../people/index.ts';
import { type RequestInShort, spotMessages } from '../../spot/index.ts';
import type { InboxLine } from '../types.ts';
import { notificationMessages } from '../words.ts';

interface InboxProps {
  readonly lines: Page<InboxLine>;
  /** Behind which line this page begins; null for the newest. */
  readonly after: string | null;
  /** The requests that lines are about, by id. */
  readonly requests: ReadonlyMap<string, RequestInShort>;
  /** What came after this instant is not on the page, and stays unread. */
  readonly now: Temporal.Instant;
}

/** Somebody's inbox, the newest first. */
export function InboxPage(props: InboxProps): VNode {
  const t = useWords(notificationMessages);
  const { lines, after } = props;
  const hasUnread = lines.rows.some((line) => line.readAt === null);
  return (
    <>
      <PageHead title={t('inbox_title')} lead={t('inbox_lead')} />
      {hasUnread && (
        <ActionForm action="/inbox/readings" hidden={{ until: props.now.toString() }}>
          {t('mark_all_read')}
        </ActionForm>
      )}
      {after === null && lines.rows.length === 0 && (
        <EmptyState title={t('inbox_empty_title')} level={2}>
          {t('inbox_empty_text')}
        </EmptyState>
      )}
      {lines.rows.map((line) => (
        <Line line={line} request={props.requests.get(line.objectId ?? '')} />
      ))}
      <Pager {...pagesBehind({ path: '/inbox', after, next: lines.next })} />
      <p>
        <Link href="/me/notifications" kind="block">
          {t('to_settings')}
        </Link>
      </p>
    </>
  );
}

function Line(props: { line: InboxLine; request: RequestInShort | undefined }): VNode {
  const t = useWords(notificationMessages);
  const formats = useFormats();
  const { kind, createdAt, readAt, id } = props.line;
  return (
    <Card
      id={`n-${id}`}
      level={2}
      title={
        <Link href={`/inbox/${id}`} apart={<Apart {...props} />}>
          {t(`news_${kind}`)}
        </Link>
      }
      aside={readAt === null ? <StatusChip tone="notice">{t('is_new')}</StatusChip> : undefined}
    >
      {props.request && (
        <p>
          <Which request={props.request} />
        </p>
      )}
      <p class="quiet">
        <time datetime={machineTime(createdAt)}>{formats.dayTime(createdAt)}</time>
      </p>
    </Card>
  );
}

/** What tells this line from others with the same news: its request, and when it came. */
function Apart({ line, request }: { line: InboxLine; request: RequestInShort | undefined }): VNode {
  const formats = useFormats();
  return (
    <>
      {request && <Which request={request} />} · {formats.dayTime(line.createdAt)}
    </>
  );
}

/** Which request it is: what kind, where, when. */
function Which({ request }: { request: RequestInShort }): VNode {
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const place = placeWordsOf({ municipalityCode: request.municipalityCode, town: null }, useLocale());
  return (
    <>
      {spot(`category_${request.category}`)}
      {place && <> · {place}</>}
      {request.at && <> · {formats.dayTime(request.at)}</>}
    </>
  );
}
