import { z } from 'zod';
import { readTyped } from '../../../japanese/typed.ts';
import {
  checkbox,
  choice,
  choices,
  day,
  requiredText,
  text,
  wholeNumber,
} from '../../../platform/web/form-fields.ts';
import {
  DEMANDS,
  type Demand,
  type Policy,
  type PolicyStep,
  PROGRAMS,
  type ProgramPolicy,
  type ScreeningStep,
  STEPS,
} from '../types.ts';

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
    [`demand.${step}`, choice(DEMANDS)],
    [`position.${step}`, wholeNumber(1, STEPS.length)],
    [`validMonths.${step}`, months],
    [`remindDays.${step}`, wholeNumber(0, 365)],
  ]),
);

const programFields = Object.fromEntries(
  PROGRAMS.flatMap((program): [string, z.ZodType][] => [
    [`programSteps.${program}`, choices(STEPS)],
    [`programInsurance.${program}`, checkbox],
  ]),
);

export const PolicyForm = z.object({
  ...stepFields,
  ...programFields,
  needsInsurance: checkbox,
  validFromOn: day,
  policyReason: requiredText(500, 'say_why'),
  /** How many volunteers the page said it stops; none unless it did. */
  mayStop: text(9).transform((typed) => (/^\d+$/.test(typed) ? Number(typed) : 0)),
});

/** The steps of a form that fits the schema, in the order typed. */
export function readSteps(fields: Readonly<Record<string, unknown>>): PolicyStep[] {
  const position = (step: ScreeningStep) => fields[`position.${step}`] as number;
  return [...STEPS]
    .sort((one, other) => position(one) - position(other))
    .map((step) => ({
      step,
      demand: fields[`demand.${step}`] as Demand,
      validMonths: fields[`validMonths.${step}`] as number | null,
      remindDays: fields[`remindDays.${step}`] as number,
    }));
}

/** What programs ask on top, as it was ticked. */
export function readPrograms(fields: Readonly<Record<string, unknown>>): ProgramPolicy[] {
  return PROGRAMS.map((program) => ({
    program,
    steps: fields[`programSteps.${program}`] as ScreeningStep[],
    needsInsurance: fields[`programInsurance.${program}`] as boolean,
  }));
}

/** A policy as the values of the form that changes it. */
export function valuesOf(
  policy: Policy,
  today: Temporal.PlainDate,
): Record<string, string | readonly string[]> {
  const steps = policy.steps.flatMap((step, index): [string, string][] => [
    [`demand.${step.step}`, step.demand],
    [`position.${step.step}`, String(index + 1)],
    [`validMonths.${step.step}`, step.validMonths === null ? '' : String(step.validMonths)],
    [`remindDays.${step.step}`, String(step.remindDays)],
  ]);
  const programs = policy.programs.flatMap((one): [string, string | readonly string[]][] => [
    [`programSteps.${one.program}`, one.steps],
    ...(one.needsInsurance ? [[`programInsurance.${one.program}`, 'on'] as [string, string]] : []),
  ]);
  const rest = { validFromOn: today.toString(), ...(policy.needsInsurance && { needsInsurance: 'on' }) };
  return { ...Object.fromEntries(steps), ...Object.fromEntries(programs), ...rest };
}
