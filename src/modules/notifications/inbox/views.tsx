import type { VNode } from 'preact';
import { machineTime } from '../../../platform/clock.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { InShort } from '../../../platform/news.ts';
import { ActionForm, Card, Link, StatusChip } from '../../../ui/index.ts';
import { placeWordsOf } from '../../people/index.ts';
import { notificationsPaths } from '../paths.ts';
import type { InboxLine } from '../types.ts';
import { notificationMessages } from '../words.ts';

/** A line with the thing that it is about; undefined where the reader has no more to do with it. */
export interface Told extends InboxLine {
  readonly thing: InShort | undefined;
}

/** What stands above somebody's news: what is grave and unread, apart from all other; and the way to have read everything. */
export function AboveNews(props: {
  grave: readonly Told[];
  hasUnread: boolean;
  /** What came after this instant is not on the page, and stays unread. */
  now: Temporal.Instant;
}): VNode {
  const t = useWords(notificationMessages);
  const { grave, hasUnread, now } = props;
  return (
    <>
      {grave.length > 0 && (
        <section aria-labelledby="grave">
          <h2 id="grave">{t('grave_title')}</h2>
          {grave.map((line) => (
            <Line line={line} level={3} />
          ))}
        </section>
      )}
      {hasUnread && (
        <ActionForm action={notificationsPaths.inboxReadings()} hidden={{ until: now.toString() }}>
          {t('mark_all_read')}
        </ActionForm>
      )}
    </>
  );
}

export function ToSettings(): VNode {
  return (
    <p>
      <Link href={notificationsPaths.notifications()} kind="block">
        {useWords(notificationMessages)('to_settings')}
      </Link>
    </p>
  );
}

/** One piece of news. */
export function Line(props: { line: Told; level?: 3 }): VNode {
  const locale = useLocale();
  const formats = useFormats();
  const { kind, createdAt, readAt, id, thing } = props.line;
  return (
    <Card
      id={`n-${id}`}
      level={props.level ?? 2}
      tone={kind.isGrave && readAt === null ? 'danger' : undefined}
      title={
        <Link href={notificationsPaths.inboxOne({ id })} apart={<Apart {...props.line} />}>
          {kind.sentence(locale)}
        </Link>
      }
      aside={readAt === null && <New isGrave={kind.isGrave ?? false} />}
    >
      {thing && (
        <p>
          <Which thing={thing} />
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
function Apart({ createdAt, thing }: Told): VNode {
  const formats = useFormats();
  return (
    <>
      {thing && <Which thing={thing} />} · {formats.dayTime(createdAt)}
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
