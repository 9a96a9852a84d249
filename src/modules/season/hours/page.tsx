import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Button, Card, Form, PageHead } from '../../../ui/index.ts';
import { seasonPaths } from '../paths.ts';
import { type Hour, PARTS } from '../types.ts';
import { seasonMessages } from '../words.ts';

/** Each day with its parts: pressed once, a part is given; pressed again, taken back. */
export function HoursPage(props: {
  readonly days: readonly Temporal.PlainDate[];
  readonly given: readonly Hour[];
}): VNode {
  const t = useWords(seasonMessages);
  const { day: say, plain } = useFormats();
  const isGiven = (day: Temporal.PlainDate, part: string) =>
    props.given.some((hour) => hour.onDay.equals(day) && hour.part === part);
  return (
    <>
      <PageHead
        title={t('give_hours')}
        lead={t('give_hours_lead')}
        back={{ href: seasonPaths.yearEnd(), label: t('year_end_title') }}
      />
      <Form action={seasonPaths.hours()} label={t.plain('give_hours')}>
        {props.days.map((day) => (
          <Card
            title={say(day)}
            level={2}
            actions={PARTS.map((part) => {
              const given = isGiven(day, part);
              const words = { day: plain.day(day), part: t.plain(`part_${part}`) };
              return (
                <Button
                  name="hour"
                  value={`${day}.${part}`}
                  kind={given ? 'main' : 'quiet'}
                  icon={given ? 'done' : undefined}
                  label={t.plain(given ? 'take_back_named' : 'give_named', words)}
                  formAction={given ? seasonPaths.hoursWithdrawal() : undefined}
                >
                  {t(`part_${part}`)}
                </Button>
              );
            })}
          >
            {null}
          </Card>
        ))}
      </Form>
      <p class="quiet">{t('hours_kept')}</p>
    </>
  );
}
