import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Button,
  EmptyState,
  FieldRow,
  Form,
  Link,
  PageHead,
  Pager,
  Tabs,
  TextField,
} from '../../../../ui/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { DAYS, SPANS, type Span } from './span.ts';
import { VisitTable, type VisitTableProps } from './visit-table.tsx';

interface DayPageProps extends VisitTableProps {
  readonly day: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

/** The visits of a day, or of the week that begins on it, with the days around it. */
export function DayPage(props: DayPageProps): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { day, today, visits, span } = props;
  const days = DAYS[span];
  const titles = {
    day: () => t('visits_on', { day: formats.day(day) }),
    week: () => t('visits_from_to', { first: short(day), last: short(day.add({ days: days - 1 })) }),
  };
  const short = (one: Temporal.PlainDate) => formats.shortDay(one, today.year);
  return (
    <>
      <PageHead
        title={titles[span]()}
        lead={t('visits_count', { count: visits.length })}
        back={{ href: housePaths.desk(), label: t('desk_title') }}
        aside={
          day.equals(today) ? undefined : (
            <Link href={addressOf(null, span)} kind="block">
              {t('to_today')}
            </Link>
          )
        }
      />
      <Choosing {...props} />
      {visits.length === 0 ? <EmptyState title={t(`no_visits_in_${span}`)} /> : <VisitTable {...props} />}
      <Pager
        previous={addressOf(day.subtract({ days }), span)}
        next={addressOf(day.add({ days }), span)}
        steps={{ previous: t(`${span}_before`), next: t(`${span}_after`) }}
      />
    </>
  );
}

/** @param day null for today */
function addressOf(day: Temporal.PlainDate | null, span: Span): string {
  const query = new URLSearchParams({ ...(day && { day: `${day}` }), ...(span === 'week' && { span }) });
  return query.size > 0 ? `${spotPaths.deskVisits()}?${query}` : spotPaths.deskVisits();
}

function Choosing({ day, span }: Pick<DayPageProps, 'day' | 'span'>): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <Tabs
        label={t.plain('day_title')}
        tabs={SPANS.map((one) => ({
          href: addressOf(day, one),
          label: t(`span_${one}`),
          isCurrent: one === span,
        }))}
      />
      <div data-screen-only>
        <Form action={spotPaths.deskVisits()} method="get" label={t.plain('choose_day')} hidden={{ span }}>
          <FieldRow>
            <TextField name="day" type="date" label={t('choose_day')} value={day.toString()} />
            <Button>{t('show_day')}</Button>
          </FieldRow>
        </Form>
      </div>
    </>
  );
}
