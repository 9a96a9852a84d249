import { defineForm, line, lines, settingPage, snake, someOf, whole } from '../../../kits/forms/index.ts';
import { choices, day, text } from '../../../platform/web/form-fields.ts';
import { pairsPaths } from '../paths.ts';
import { SIDES } from '../types.ts';
import { pairsStaffMessages } from '../words.ts';
import { type FeeTable, feesSetting } from './setting.ts';

const YEN = [0, 100_000] as const;
const amount = <const Name extends string>(name: Name, under?: string) => whole(name, YEN, { under });

/** Who pays, how much from which day on, and how. */
const feesForm = defineForm(
  pairsStaffMessages,
  [
    someOf('sides', choices(SIDES), {
      hint: 'about_fee_sides',
      choices: (locale) =>
        SIDES.map((value) => ({ value, label: pairsStaffMessages.in(locale)(`side_${value}`) })),
    }),
    lines('howToPay', text(500), { hint: 'about_fee_how_to_pay', rows: 3, maxLength: 500 }),
    line('fromOn', day, {
      hint: 'about_fee_from_on',
      type: 'date',
      width: 'short',
      under: 'fee_setting_amounts',
    }),
    amount('fullRegistration'),
    amount('fullMembership'),
    amount('evacueeRegistration', 'fee_setting_less'),
    amount('evacueeMembership'),
    amount('burdenRegistration'),
    amount('burdenMembership'),
    amount('studentRegistration'),
    amount('studentMembership'),
  ],
  { label: (name) => `fee_setting_${snake(name)}` },
);
type Typed = Parameters<typeof feesForm.begin>[0] extends infer T | undefined ? NonNullable<T> : never;

const typedOf = ({ from_on, full, evacuee, burden, student }: FeeTable) => ({
  fromOn: Temporal.PlainDate.from(from_on),
  fullRegistration: full.registration,
  fullMembership: full.membership,
  evacueeRegistration: evacuee.registration,
  evacueeMembership: evacuee.membership,
  burdenRegistration: burden.registration,
  burdenMembership: burden.membership,
  studentRegistration: student.registration,
  studentMembership: student.membership,
});

const tableOf = (typed: Required<Typed>): FeeTable => ({
  from_on: typed.fromOn.toString(),
  full: { registration: typed.fullRegistration, membership: typed.fullMembership },
  evacuee: { registration: typed.evacueeRegistration, membership: typed.evacueeMembership },
  burden: { registration: typed.burdenRegistration, membership: typed.burdenMembership },
  student: { registration: typed.studentRegistration, membership: typed.studentMembership },
});

/** The page of the fees. The newest table is edited; one with a later first day is another, and the former stays for its days. */
export const feesPage = settingPage({
  setting: feesSetting,
  of: feesForm,
  type: ({ tables, ...rest }) => ({ ...rest, ...(tables && typedOf(tables.at(-1) as FeeTable)) }),
  read(typed, before) {
    const table = tableOf(typed);
    const last = before.tables.at(-1) as FeeTable;
    if (Temporal.PlainDate.compare(table.from_on, last.from_on) < 0)
      return { value: null, refusals: [{ code: 'fees_begin_before_the_last', field: 'fromOn' }] };
    const former = before.tables.filter(({ from_on }) => from_on !== table.from_on);
    return {
      value: { sides: typed.sides, howToPay: typed.howToPay, tables: [...former, table] },
      refusals: [],
    };
  },
  path: pairsPaths.settingsFees(),
  audit: 'pairs.fees.changed',
  words: pairsStaffMessages,
  title: 'fee_settings_title',
  lead: 'fee_settings_lead',
  what: 'fee_settings_what',
  order: 36,
  inShort: ['sides', 'fullRegistration', 'fullMembership'],
});
