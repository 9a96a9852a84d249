import type { VNode } from 'preact';
import type { Page } from '../../../platform/database/paging.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Card, EmptyState, Link, PageHead, Pager, pagesBehind, StatusChip } from '../../../ui/index.ts';
import type { Names } from '../names.ts';
import { conversationsPaths } from '../paths.ts';
import type { ThreadLine } from '../types.ts';
import { conversationMessages } from '../words.ts';

interface ListProps {
  readonly lines: Page<ThreadLine>;
  readonly after: string | null;
  readonly names: Names;
  readonly aboutOf: (line: ThreadLine) => Words;
}

/** Somebody's conversations, newest message first. */
export function ThreadListPage({ lines, after, ...shown }: ListProps): VNode {
  const t = useWords(conversationMessages);
  return (
    <>
      <PageHead title={t('list_title')} lead={t('list_lead')} />
      {after === null && lines.rows.length === 0 && (
        <EmptyState title={t('list_empty_title')}>{t('list_empty_text')}</EmptyState>
      )}
      {lines.rows.map((line) => (
        <Line {...shown} line={line} />
      ))}
      <Pager {...pagesBehind({ path: conversationsPaths.conversations(), after, next: lines.next })} />
    </>
  );
}

function Line({
  line,
  names,
  aboutOf,
}: Pick<ListProps, 'names' | 'aboutOf'> & { readonly line: ThreadLine }): VNode {
  const t = useWords(conversationMessages);
  const formats = useFormats();
  const others = line.others.map((id) => names.get(id)).filter((name) => name !== undefined);
  const title = others.length > 0 ? formats.list(others) : t.plain('with_coordinators');
  return (
    <Card
      level={2}
      title={
        <Link
          href={conversationsPaths.conversation({ id: line.id })}
          apart={formats.dayTime(line.lastSentAt ?? line.openedAt)}
        >
          {title}
        </Link>
      }
      aside={
        line.unreadCount > 0 ? (
          <StatusChip tone="notice">{t('unread', { count: line.unreadCount })}</StatusChip>
        ) : undefined
      }
    >
      <p>{aboutOf(line)}</p>
      <p>
        {line.lastSentAt
          ? t('last_message_at', { when: formats.dayTime(line.lastSentAt) })
          : t('no_message_yet')}
      </p>
    </Card>
  );
}
