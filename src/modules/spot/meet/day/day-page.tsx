import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, EmptyState, Form, Link, PageHead, Pager, Tabs, TextField } from '../../../../ui/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { VisitTable, type VisitTableProps } from './visit-table.tsx';

interface DayPageProps extends VisitTableProps {
  readonly day: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

/** How many days a week has, the one that is chosen first. */
export const WEEK = 7;

/** The visits of a day, or of the week that begins on it, with the days around it. */
export function DayPage(props: DayPageProps): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { day, today, visits, isWeek } = props;
  const last = day.add({ days: WEEK - 1 });
  const steps = isWeek ? (['week_before', 'week_after'] as const) : (['day_before', 'day_after'] as const);
  const days = isWeek ? WEEK : 1;
  const words = isWeek
    ? t('visits_from_to', {
        first: formats.shortDay(day, today.year),
        last: formats.shortDay(last, today.year),
      })
    : t('visits_on', { day: formats.day(day) });
  return (
    <>
      <PageHead
        title={words}
        lead={t('visits_count', { count: visits.length })}
        back={{ href: housePaths.desk(), label: t('desk_title') }}
        aside={
          day.equals(today) ? undefined : (
            <Link href={addressOf(null, isWeek)} kind="block">
              {t('to_today')}
            </Link>
          )
        }
      />
      <Choosing {...props} />
      {visits.length === 0 ? (
        <EmptyState title={t(isWeek ? 'no_visits_in_week' : 'no_visits_on_day')} level={2} />
      ) : (
        <VisitTable {...props} />
      )}
      <Pager
        previous={addressOf(day.subtract({ days }), isWeek)}
        next={addressOf(day.add({ days }), isWeek)}
        steps={{ previous: t(steps[0]), next: t(steps[1]) }}
      />
    </>
  );
}

/** @param day null for today */
function addressOf(day: Temporal.PlainDate | null, isWeek: boolean): string {
  const query = new URLSearchParams({ ...(day && { day: `${day}` }), ...(isWeek && { span: 'week' }) });
  return query.size > 0 ? `${spotPaths.deskVisits()}?${query}` : spotPaths.deskVisits();
}

function Choosing({ day, isWeek }: Pick<DayPageProps, 'day' | 'isWeek'>): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <Tabs
        label={t.plain('day_title')}
        tabs={[false, true].map((week) => ({
          href: addressOf(day, week),
          label: t(week ? 'span_week' : 'span_day'),
          isCurrent: week === isWeek,
        }))}
      />
      <Form
        action={spotPaths.deskVisits()}
        method="get"
        label={t.plain('choose_day')}
        hidden={isWeek ? { span: 'week' } : undefined}
      >
        <div class="row" data-screen-only>
          <TextField name="day" type="date" width="medium" label={t('choose_day')} value={day.toString()} />
          <Button>{t('show_day')}</Button>
        </div>
      </Form>
    </>
  );
}
