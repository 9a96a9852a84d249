import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { DeskPart, DeskSection } from '../../platform/parts/desk-part.ts';
import {
  Columns,
  Disclosure,
  Each,
  EmptyState,
  Link,
  Notice,
  Once,
  PageHead,
  Tabs,
  WorkList,
} from '../../ui/index.ts';
import { deskMessages } from './messages.ts';
import type { ShownRow } from './rows.tsx';
import type { DeskTab } from './tabs.ts';

interface DeskProps {
  readonly tabs: readonly DeskTab[];
  /** What waits for us, and what waits for others. */
  readonly ours: readonly ShownRow[];
  readonly waiting: readonly ShownRow[];
  readonly waitingCount: number;
  /** Whether more wait behind these. */
  readonly isCut: boolean;
  readonly sections: readonly DeskSection[];
  readonly parts: readonly DeskPart[];
  readonly view: (row: ShownRow) => VNode;
}

/** One queue ordered by what breaks first; beside it what modules show: the day, what waits. */
export function DeskPage({ ours, waiting, waitingCount, view, ...props }: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <PageHead title={t('desk_title')} />
      <Columns label={t.plain('beside')} aside={<Aside {...props} />}>
        <div class="stack" data-gap="small">
          <Once view={TabsOfDesk} of={{ tabs: props.tabs }} />
          {ours.length > 0 ? (
            <WorkList label={t.plain('queue_caption')}>
              <Each of={ours} view={view} />
            </WorkList>
          ) : (
            <EmptyState title={t('queue_empty')} level={2}>
              {t('queue_empty_text')}
            </EmptyState>
          )}
        </div>
        {props.isCut && <Notice>{t('queue_goes_on', { count: ours.length })}</Notice>}
        {waiting.length > 0 && (
          <Disclosure id="waiting" summary={t('waiting_for_others', { count: waitingCount })}>
            <WorkList label={t.plain('waiting_caption')}>
              <Each of={waiting} view={view} />
            </WorkList>
            {waitingCount > waiting.length && (
              <Notice>{t('queue_goes_on', { count: waiting.length })}</Notice>
            )}
          </Disclosure>
        )}
      </Columns>
    </>
  );
}

function TabsOfDesk({ tabs }: { tabs: readonly DeskTab[] }): VNode {
  return <Tabs label={useWords(deskMessages).plain('to_do_by_kind')} tabs={tabs} />;
}

function Aside({ sections, parts }: Pick<DeskProps, 'sections' | 'parts'>): VNode {
  const locale = useLocale();
  const ways = parts.flatMap(({ ways: own = [] }) => own);
  return (
    <>
      {sections.map(({ id, view }) => (
        <section class="stack" data-gap="small" id={id}>
          {view}
        </section>
      ))}
      <Once view={Ways} of={{ ways: ways.map(({ href, label }) => ({ href, label: label(locale) })) }} />
    </>
  );
}

/** To what is not on the desk. */
function Ways({ ways }: { ways: readonly { readonly href: string; readonly label: string }[] }): VNode {
  const t = useWords(deskMessages);
  return (
    <nav class="stack" data-gap="small" data-screen-only aria-label={t.plain('elsewhere')}>
      {ways.map(({ href, label }) => (
        <Link href={href} kind="block">
          {label}
        </Link>
      ))}
    </nav>
  );
}
