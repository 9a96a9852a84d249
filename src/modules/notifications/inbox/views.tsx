import type { VNode } from 'preact';
import { machineTime } from '../../../platform/clock.ts';
import type { Page } from '../../../platform/database/paging.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { InShort } from '../../../platform/news.ts';
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
import { notificationsPaths } from '../paths.ts';
import type { InboxLine } from '../types.ts';
import { notificationMessages } from '../words.ts';

interface InboxProps {
  readonly lines: Page<InboxLine>;
  /** Behind which line this page begins; null for the newest. */
  readonly after: string | null;
  /** The things that lines are about, by id. */
  readonly things: ReadonlyMap<string, InShort>;
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
        <ActionForm action={notificationsPaths.inboxReadings()} hidden={{ until: props.now.toString() }}>
          {t('mark_all_read')}
        </ActionForm>
      )}
      {after === null && lines.rows.length === 0 && (
        <EmptyState title={t('inbox_empty_title')} level={2}>
          {t('inbox_empty_text')}
        </EmptyState>
      )}
      {lines.rows.map((line) => (
        <Line line={line} thing={props.things.get(line.objectId ?? '')} />
      ))}
      <Pager {...pagesBehind({ path: notificationsPaths.inbox(), after, next: lines.next })} />
      <p>
        <Link href={notificationsPaths.notifications()} kind="block">
          {t('to_settings')}
        </Link>
      </p>
    </>
  );
}

interface LineProps {
  readonly line: InboxLine;
  readonly thing: InShort | undefined;
}

function Line(props: LineProps): VNode {
  const t = useWords(notificationMessages);
  const locale = useLocale();
  const formats = useFormats();
  const { kind, createdAt, readAt, id } = props.line;
  return (
    <Card
      id={`n-${id}`}
      level={2}
      title={
        <Link href={notificationsPaths.inboxOne({ id })} apart={<Apart {...props} />}>
          {kind.sentence(locale)}
        </Link>
      }
      aside={readAt === null ? <StatusChip tone="notice">{t('is_new')}</StatusChip> : undefined}
    >
      {props.thing && (
        <p>
          <Which thing={props.thing} />
        </p>
      )}
      <p class="quiet">
        <time datetime={machineTime(createdAt)}>{formats.dayTime(createdAt)}</time>
      </p>
    </Card>
  );
}

/** What tells this line from others with the same news: its thing, and when it came. */
function Apart({ line, thing }: LineProps): VNode {
  const formats = useFormats();
  return (
    <>
      {thing && <Which thing={thing} />} · {formats.dayTime(line.createdAt)}
    </>
  );
}

/** Which thing it is: what, where, when. */
function Which({ thing }: { thing: InShort }): VNode {
  const locale = useLocale();
  const formats = useFormats();
  const place = placeWordsOf({ municipalityCode: thing.municipalityCode, town: null }, locale);
  return (
    <>
      {thing.what(locale)}
      {place && <> · {place}</>}
      {thing.at && <> · {formats.dayTime(thing.at)}</>}
    </>
  );
}
