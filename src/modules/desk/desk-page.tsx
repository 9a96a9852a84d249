import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { DeskPart } from '../../platform/parts/desk-part.ts';
import { Disclosure, Link, Notice, Once, PageHead } from '../../ui/index.ts';
import { deskMessages } from './messages.ts';
import { isOurs } from './rules.ts';
import type { deskTable } from './table.tsx';
import type { Desk, DeskRow } from './types.ts';

interface DeskProps extends Desk {
  readonly readerId: string | null;
  /** Whether only what is in the reader's care stands in the queue. */
  readonly isMine: boolean;
  readonly parts: readonly DeskPart[];
  readonly Table: ReturnType<typeof deskTable>;
}

/** One queue ordered by what breaks first; then what modules show beside it. */
export function DeskPage({ rows, sections, readerId, parts, Table, ...props }: DeskProps): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const ways = parts.flatMap(({ ways: own = [] }) => own);
  const [ours, waiting] = [rows.filter(isOurs), rows.filter((row) => !isOurs(row))];
  return (
    <>
      <PageHead title={t('desk_title')} lead={t('desk_lead', { count: ours.length })} />
      <Once
        view={Overview}
        of={{
          toDo: countActs(ours, parts, locale),
          waiting: waiting.length,
          isMine: props.isMine,
          below: sections.map(({ id, label }) => ({ href: `#${id}`, label: label(locale) })),
          elsewhere: ways.map(({ href, label }) => ({ href, label: label(locale) })),
        }}
      />
      <Table rows={ours} readerId={readerId} />
      {waiting.length > 0 && (
        <Disclosure id="waiting" summary={t('waiting_for_others', { count: waiting.length })}>
          <Table rows={waiting} readerId={readerId} />
        </Disclosure>
      )}
      {props.isCut && <Notice>{t('queue_goes_on', { count: rows.length })}</Notice>}
      {sections.map(({ id, view }) => (
        <section class="stack" id={id}>
          {view}
        </section>
      ))}
    </>
  );
}

interface Counted {
  readonly act: string;
  readonly count: number;
  readonly href: string;
}
interface Way {
  readonly href: string;
  readonly label: string;
}

/** How much there is to do of each kind and the way to the first of it, in the order of the queue. */
function countActs(ours: readonly DeskRow[], parts: readonly DeskPart[], locale: Locale): Counted[] {
  const kinds = Map.groupBy(ours, ({ part, act }) => `${part} ${act}`);
  return [...kinds.values()].flatMap((of) => {
    const [first] = of;
    const part = parts.find(({ name }) => name === first?.part);
    return first && part
      ? [{ act: part.sayAct(first.act, locale), count: of.length, href: `#${first.id}` }]
      : [];
  });
}

/** How much there is to do of each kind and the way to the first of it, and the ways to what stands further down or elsewhere. */
function Overview(props: {
  toDo: readonly Counted[];
  waiting: number;
  isMine: boolean;
  below: readonly Way[];
  elsewhere: readonly Way[];
}): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      {props.toDo.length > 0 && (
        <ul class="row" aria-label={t.plain('to_do_by_kind')}>
          {props.toDo.map(({ act, count, href }) => (
            <li>
              <Link href={href}>{t('kind_count', { act, count })}</Link>
            </li>
          ))}
        </ul>
      )}
      <nav class="row" data-screen-only aria-label={t.plain('further_down')}>
        {props.waiting > 0 && (
          <Link href="#waiting">{t('waiting_for_others', { count: props.waiting })}</Link>
        )}
        {props.below.map(({ href, label }) => (
          <Link href={href}>{label}</Link>
        ))}
        <Link href={props.isMine ? housePaths.desk() : `${housePaths.desk()}?mine=on`}>
          {t(props.isMine ? 'everybodys' : 'only_mine')}
        </Link>
        {props.elsewhere.map(({ href, label }) => (
          <Link href={href}>{label}</Link>
        ))}
      </nav>
    </>
  );
}
