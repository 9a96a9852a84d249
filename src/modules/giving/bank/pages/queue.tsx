import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Button,
  EmptyState,
  Link,
  PageHead,
  Pager,
  PersonName,
  pagesBehind,
  Tabs,
  WorkList,
  WorkRow,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { WAITING, type Waiting } from '../store/lines.ts';
import type { Suggestion } from '../suggest/find.ts';
import { isByWhoPaid } from '../suggest/rules.ts';
import type { Line } from '../types.ts';
import { actOf, SuggestedWords } from './suggestion.tsx';

export interface QueueProps {
  readonly state: Waiting | undefined;
  readonly waiting: ReadonlyMap<Waiting, { readonly count: number; readonly sum: number }>;
  readonly lines: readonly Line[];
  readonly suggestions: ReadonlyMap<string, readonly Suggestion[]>;
  readonly thisYear: number;
  readonly after: string | null;
  readonly next: string | null;
}

const queueOf = (state: Waiting | undefined) =>
  state ? `${givingPaths.bankQueue()}?state=${state}` : givingPaths.bankQueue();

/** Lines of the bank that nobody has explained, the oldest first: each with what it most likely is, one press away. */
export function QueuePage(props: QueueProps): VNode {
  const t = useWords(givingStaffMessages);
  const { lines, state, waiting, after, next } = props;
  const back = { href: givingPaths.bank(), label: t('bank_title') };
  const tabs = [undefined, ...WAITING].map((of) => ({
    href: queueOf(of),
    label: of ? t(`bank_state_${of}`) : t('bank_state_all'),
    isCurrent: of === state,
    ...(of && { count: waiting.get(of)?.count ?? 0 }),
  }));
  return (
    <>
      <PageHead title={t('bank_queue_title')} lead={t('bank_queue_lead')} back={back} />
      <Tabs label={t.plain('bank_queue_title')} tabs={tabs} />
      {lines.length === 0 ? (
        <EmptyState title={t('bank_queue_empty')}>{t('bank_queue_empty_text')}</EmptyState>
      ) : (
        <WorkList label={t.plain('bank_queue_title')}>
          {lines.map((line) => (
            <QueueRow
              line={line}
              thisYear={props.thisYear}
              suggestion={props.suggestions.get(line.id)?.[0]}
            />
          ))}
        </WorkList>
      )}
      <Pager {...pagesBehind({ path: queueOf(state), after, next })} />
    </>
  );
}

function QueueRow({
  line,
  suggestion,
  thisYear,
}: {
  readonly thisYear: number;
  readonly line: Line;
  readonly suggestion: Suggestion | undefined;
}): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, shortDay } = useFormats();
  const href = givingPaths.bankLine({ id: line.id });
  // What only has the amount of somebody's gift is looked at before it is booked.
  const act = suggestion && isByWhoPaid(suggestion.reasons) ? actOf(line, suggestion) : undefined;
  return (
    <WorkRow
      id={`line-${line.id}`}
      when={shortDay(line.day, thisYear)}
      ago={t(`bank_is_${line.kind}`)}
      title={
        <>
          <Link href={href}>
            {line.payer || line.details ? (
              <PersonName>{line.payer || line.details}</PersonName>
            ) : (
              t('bank_no_name')
            )}
          </Link>{' '}
          <b>{yen(Math.abs(line.amount))}</b>
        </>
      }
      inFull={act !== undefined}
      facts={suggestion ? <SuggestedWords {...suggestion} /> : t(`bank_state_${line.state}`)}
      act={
        act ? (
          <ActionForm
            action={act.action}
            hidden={act.hidden}
            label={t.plain('bank_book_line', { amount: yen(Math.abs(line.amount)) })}
          >
            {t('bank_book_this')}
          </ActionForm>
        ) : (
          <Button href={href} label={t.plain('bank_explain_line', { amount: yen(Math.abs(line.amount)) })}>
            {t('bank_explain')}
          </Button>
        )
      }
    />
  );
}
