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
  /** What is grave and unread; it stands apart from all other news, before them. */
  readonly grave: readonly InboxLine[];
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
  const { grave, lines, after } = props;
  const others = lines.rows.filter(({ id }) => !grave.some((line) => line.id === id));
  const hasUnread = lines.rows.some((line) => line.readAt === null);
  return (
    <>
      <PageHead title={t('inbox_title')} lead={t('inbox_lead')} />
      {grave.length > 0 && (
        <section aria-labelledby="grave">
          <h2 id="grave">{t('grave_title')}</h2>
          {grave.map((line) => (
            <Line line={line} level={3} thing={props.things.get(line.objectId ?? '')} />
          ))}
        </section>
      )}
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
      {others.map((line) => (
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
  readonly level?: 3;
}

function Line(props: LineProps): VNode {
  const locale = useLocale();
  const formats = useFormats();
  const { kind, createdAt, readAt, id } = props.line;
  return (
    <Card
      id={`n-${id}`}
      level={props.level ?? 2}
      tone={kind.isGrave && readAt === null ? 'danger' : undefined}
      title={
        <Link href={notificationsPaths.inboxOne({ id })} apart={<Apart {...props} />}>
          {kind.sentence(locale)}
        </Link>
      }
      aside={readAt === null && <New isGrave={kind.isGrave ?? false} />}
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

function New({ isGrave }: { isGrave: boolean }): VNode {
  const t = useWords(notificationMessages);
  if (isGrave) return <StatusChip tone="danger">{t('is_grave')}</StatusChip>;
  return <StatusChip tone="notice">{t('is_new')}</StatusChip>;
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
