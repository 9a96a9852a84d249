import { z } from 'zod';
import { readTyped } from '../../../japanese/typed.ts';
import { checkbox, choice, day, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { DEMANDS, type Demand, type Policy, type PolicyStep, type ScreeningStep, STEPS } from '../types.ts';

/** Months that may stay empty: what was done once holds for good. */
const months = text(10)
  .transform(readTyped)
  .refine((typed) => typed === '' || /^\d{1,3}$/.test(typed), { message: 'write_a_whole_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((number) => number === null || (number >= 1 && number <= 240), {
    message: 'number_is_out_of_range',
    params: { least: 1, most: 240 },
  });

const stepFields = Object.fromEntries(
  STEPS.flatMap((step): [string, z.ZodType][] => [
    [`${step}_demand`, choice(DEMANDS)],
    [`${step}_position`, wholeNumber(1, STEPS.length)],
    [`${step}_valid_months`, months],
    [`${step}_remind_days`, wholeNumber(0, 365)],
  ]),
);

export const PolicyForm = z.object({
  ...stepFields,
  needs_insurance: checkbox,
  valid_from_on: day,
  policy_reason: requiredText(500, 'say_why'),
  /** How many volunteers the page said it stops; none unless it did. */
  may_stop: text(9).transform((typed) => (/^\d+$/.test(typed) ? Number(typed) : 0)),
});

/** The steps of a form that fits the schema, in the order typed. */
export function readSteps(fields: Readonly<Record<string, unknown>>): PolicyStep[] {
  const position = (step: ScreeningStep) => fields[`${step}_position`] as number;
  return [...STEPS]
    .sort((one, other) => position(one) - position(other))
    .map((step) => ({
      step,
      demand: fields[`${step}_demand`] as Demand,
      validMonths: fields[`${step}_valid_months`] as number | null,
      remindDays: fields[`${step}_remind_days`] as number,
    }));
}

/** A policy as the values of the form that changes it. */
export function valuesOf(policy: Policy, today: Temporal.PlainDate): Record<string, string> {
  const steps = policy.steps.flatMap((step, index): [string, string][] => [
    [`${step.step}_demand`, step.demand],
    [`${step.step}_position`, String(index + 1)],
    [`${step.step}_valid_months`, step.validMonths === null ? '' : String(step.validMonths)],
    [`${step.step}_remind_days`, String(step.remindDays)],
  ]);
  const rest = { valid_from_on: today.toString(), ...(policy.needsInsurance && { needs_insurance: 'on' }) };
  return { ...Object.fromEntries(steps), ...rest };
}
