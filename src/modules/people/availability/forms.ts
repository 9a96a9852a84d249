import { z } from 'zod';
import { defineForm, line, oneOf, pick } from '../../../kits/forms/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { choice, day, wholeNumber } from '../../../platform/web/form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { clockTime } from './rules.ts';

const halfHour = wholeNumber(0, 1440).refine((minute) => minute % 30 === 0, {
  message: 'value_does_not_fit',
});

/** A time of the day, every half hour from one to another. */
function clockAt<const Name extends string>(name: Name, label: string, [from, until]: [number, number]) {
  const minutes = Array.from({ length: (until - from) / 30 + 1 }, (_, step) => from + step * 30);
  return pick(name, halfHour, {
    label,
    options: (locale) =>
      minutes.map((minute) => ({
        value: `${minute}`,
        label: formatsIn(locale).plain.clock(clockTime(minute)),
      })),
  });
}

/** A day that differs from every week. */
export const exceptionForm = defineForm(peopleMessages, [
  line('onDay', day, { type: 'date', width: 'medium' }),
  oneOf('kind', choice(['free', 'busy'], 'choose_one'), {
    label: 'exception_kind',
    choices: (locale) =>
      (['busy', 'free'] as const).map((value) => ({
        value,
        label: peopleMessages.in(locale)(`exception_${value}`),
      })),
  }),
  clockAt('startMinute', 'start', [420, 1350]),
  clockAt('endMinute', 'end', [450, 1380]),
]);

/** A time away; the day on which somebody is back may stay open. */
export const pauseForm = defineForm(peopleMessages, [
  line('fromOn', day, { label: 'pause_from_on', type: 'date', width: 'medium' }),
  line(
    'untilOn',
    z.preprocess((typed) => (typed === '' ? undefined : typed), day.optional()),
    { label: 'pause_until_on', hint: 'pause_until_on_hint', type: 'date', width: 'medium' },
  ),
]);
