import type { VNode } from 'preact';
import { useFormats } from '../../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import { DateTimeSlots, Select } from '../../../../../ui/index.ts';
import type { SpotSettings } from '../../../settings.ts';
import { openingOf } from '../../../words.ts';
import { earliestDay, latestDay } from '../../rules/times/times.ts';
import { TIME_ROWS } from '../form.ts';
import { type AskedOf, useAskWords } from './ask-words.ts';

/** When, and for how long; the hours, the notice and the longest time stand beside the fields. */
export function WhenFields(props: {
  form: FormState;
  settings: SpotSettings;
  now: Temporal.Instant;
  of?: AskedOf | undefined;
}): VNode {
  const t = useAskWords(props.of);
  const formats = useFormats();
  const { form, settings, now } = props;
  const rows = Array.from({ length: TIME_ROWS }, (_, row) => row);
  return (
    <>
      <Select
        {...form.field('durationMinutes')}
        label={t('duration_label')}
        hint={t('duration_hint', { most: formats.minutes(settings.mostMinutes) })}
        options={lengthsOf(settings).map((minutes) => ({
          value: `${minutes}`,
          label: formats.plain.minutes(minutes),
        }))}
        width="medium"
      />
      <DateTimeSlots
        name="times"
        label={t('times_label')}
        hint={
          <>
            {t('when_lead', openingOf(settings, formats))}{' '}
            {t('times_hint', { earliest: formats.day(earliestDay(now, settings)) })}
          </>
        }
        refusal={form.refusalOf('times')}
        rows={TIME_ROWS}
        slots={rows.map((row) => ({
          date: form.value(`times.${row}.date`),
          start: form.value(`times.${row}.start`),
        }))}
        refusals={rows.map((row) => form.refusalOf(`times.${row}`))}
        earliest={earliestDay(now, settings).toString()}
        latest={latestDay(now, settings).toString()}
        starts={startsOf(settings)}
      />
    </>
  );
}

function lengthsOf(settings: SpotSettings): number[] {
  const all = Array.from({ length: 20 }, (_, index) => (index + 1) * 30);
  return all.filter((minutes) => minutes >= settings.leastMinutes && minutes <= settings.mostMinutes);
}

function startsOf(settings: SpotSettings): string[] {
  const opens = Temporal.PlainTime.from(settings.opensAt);
  const minutesOpen = opens.until(Temporal.PlainTime.from(settings.closesAt)).total('minutes');
  const count = Math.floor((minutesOpen - settings.leastMinutes) / 30) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    opens.add({ minutes: index * 30 }).toString({ smallestUnit: 'minute' }),
  );
}
