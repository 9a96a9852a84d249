import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, EmptyState, Form, Link, PageHead, Pager, TextField } from '../../../../ui/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import type { VisitOnDay } from '../../store/lists/visits-on.ts';
import { DayOnPaper } from './day-on-paper.tsx';
import { DayTimeline, type Names } from './day-timeline.tsx';

/** The visits of a day, with the days around it. */
export function DayPage(props: {
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  visits: readonly VisitOnDay[];
  names: Names;
  now: Temporal.Instant;
}): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { day, visits } = props;
  const to = (other: Temporal.PlainDate) => `${spotPaths.deskVisits()}?day=${other.toString()}`;
  return (
    <>
      <PageHead
        title={t('visits_on', { day: formats.day(day) })}
        lead={t('visits_count', { count: visits.length })}
        back={{ href: housePaths.desk(), label: t('desk_title') }}
        aside={
          day.equals(props.today) ? undefined : (
            <Link href={spotPaths.deskVisits()} kind="block">
              {t('to_today')}
            </Link>
          )
        }
      />
      <Form action={spotPaths.deskVisits()} method="get" label={t.plain('choose_day')}>
        <div class="row" data-screen-only>
          <TextField name="day" type="date" width="medium" label={t('choose_day')} value={day.toString()} />
          <Button>{t('show_day')}</Button>
        </div>
      </Form>
      {visits.length === 0 ? (
        <EmptyState title={t('no_visits_on_day')} level={2} />
      ) : (
        <>
          <div data-screen-only>
            <DayTimeline visits={visits} now={props.now} names={props.names} />
          </div>
          <DayOnPaper visits={visits} names={props.names} />
        </>
      )}
      <Pager
        previous={to(day.subtract({ days: 1 }))}
        next={to(day.add({ days: 1 }))}
        steps={{ previous: t('day_before'), next: t('day_after') }}
      >
        {formats.day(day)}
      </Pager>
    </>
  );
}
