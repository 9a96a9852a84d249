import { z } from 'zod';
import { defineForm, lines, oneOf, pick, timeOfDay } from '../../../../kits/forms/index.ts';
import { TIME_ZONE } from '../../../../platform/languages/formats.tsx';
import { choice, requiredText } from '../../../../platform/web/form-fields.ts';
import { INCIDENT_KINDS } from '../store/incidents.ts';
import { dayMessages } from '../words.ts';

const MOST = 2_000;

/** What happened to whom, when; in one's own words. */
export const incidentForm = (children: readonly { readonly id: string; readonly name: string }[]) =>
  defineForm(dayMessages, [
    oneOf('kind', choice(INCIDENT_KINDS), {
      choices: (locale) =>
        INCIDENT_KINDS.map((kind) => ({ value: kind, label: dayMessages.in(locale)(`incident_${kind}`) })),
    }),
    pick('child', z.uuid().or(z.literal('')).catch(''), {
      options: () => children.map(({ id, name }) => ({ value: id, label: name })),
    }),
    timeOfDay('wasAt'),
    lines('said', requiredText(MOST), { rows: 4, hint: 'said_hint' }),
  ]);

/** What happened then, and what was done. */
export const lineForm = defineForm(dayMessages, [
  timeOfDay('wasAt'),
  lines('said', requiredText(MOST), { rows: 3, label: 'said_then' }),
]);

/** The time by the clock on the day of a class; never later than now. */
export function onDay(startsAt: Temporal.Instant, clock: string, now: Temporal.Instant): Temporal.Instant {
  const day = startsAt.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  const at = day
    .toZonedDateTime({ timeZone: TIME_ZONE, plainTime: Temporal.PlainTime.from(clock) })
    .toInstant();
  return Temporal.Instant.compare(at, now) > 0 ? now : at;
}
