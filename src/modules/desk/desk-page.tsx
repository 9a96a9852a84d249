import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { DeskPart, DeskSection } from '../../platform/parts/desk-part.ts';
import {
  Button,
  Columns,
  Disclosure,
  Each,
  EmptyState,
  FieldRow,
  Form,
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
      <Columns aside={<Aside {...props} />}>
        <div class="stack" data-gap="small">
          <Once view={TabsOfDesk} of={{ tabs: props.tabs }} />
          {ours.length > 0 ? (
            <WorkList label={t.plain('queue_caption')}>
              <Each of={ours} view={view} />
            </WorkList>
          ) : (
            <EmptyState title={t(isAllDone(props) ? 'queue_empty' : 'tab_empty')}>
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

/** Whether nothing needs one of us, whatever the tab. */
function isAllDone({ tabs, isCut }: Pick<DeskProps, 'tabs' | 'isCut'>): boolean {
  return !isCut && tabs.every(({ count }) => count === 0);
}

function TabsOfDesk({ tabs }: { tabs: readonly DeskTab[] }): VNode {
  return <Tabs label={useWords(deskMessages).plain('to_do_by_kind')} tabs={tabs} />;
}

interface Way {
  readonly href: string;
  readonly label: string;
  readonly search: { readonly field: string; readonly label: string; readonly go: string } | null;
}

function Aside({ sections, parts }: Pick<DeskProps, 'sections' | 'parts'>): VNode {
  const locale = useLocale();
  const ways = parts.flatMap(({ ways: own = [] }) =>
    own.map(({ href, label, search }): Way => {
      const said = search && { field: search.field, label: search.label(locale), go: search.go(locale) };
      return { href, label: label(locale), search: said ?? null };
    }),
  );
  return (
    <>
      {sections.map(({ id, view }) => (
        <section class="stack" data-gap="small" id={id}>
          {view}
        </section>
      ))}
      <Once view={Ways} of={{ ways }} />
    </>
  );
}

/** To what is not on the desk. */
function Ways({ ways }: { ways: readonly Way[] }): VNode {
  const t = useWords(deskMessages);
  return (
    <nav class="stack" data-gap="small" data-screen-only aria-label={t.plain('elsewhere')}>
      {ways.map((way) => (
        <SearchHere {...way} />
      ))}
      {ways.map(({ href, label }) => (
        <Link href={href} kind="block">
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** A search that leads to another page: the key `/` goes to its field. */
function SearchHere({ href, label, search }: Way): VNode | null {
  return (
    search && (
      <Form action={href} method="get" label={label}>
        <FieldRow>
          <label class="field">
            <span class="field-label">{search.label}</span>
            <input class="input" type="search" name={search.field} autocomplete="off" />
          </label>
          <Button>{search.go}</Button>
        </FieldRow>
      </Form>
    )
  );
}
