import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { characters, readSetting, type Setting } from '../../../platform/settings/settings.ts';
import { SIDES, type Side } from '../types.ts';

const yen = z.int().min(0).max(100_000);
/** Of one class: what registering and what a pair costs. */
const Amounts = z.object({ registration: yen, membership: yen });
const FeeTable = z.object({
  /** ISO: the first day on which it holds. */
  from_on: z.iso.date(),
  full: Amounts,
  evacuee: Amounts,
  burden: Amounts,
  student: Amounts,
});
export type FeeTable = z.output<typeof FeeTable>;

const FeeSettings = z.object({
  /** Which sides pay; none: fees are switched off. */
  sides: z.array(z.enum(SIDES)),
  /** By their first day, the earliest first. */
  tables: z.array(FeeTable).min(1).max(50),
  /** Such as an account, in the organization's own words; empty: a coordinator says it. */
  howToPay: characters(500).default(''),
});
export type FeeSettings = z.output<typeof FeeSettings>;

/** Until an administrator changes it: what the reference organization has asked since 15 November 2023 (j-ii.org, ofpdocu). */
export const feesSetting: Setting<FeeSettings> = {
  subject: 'pairs-fees',
  schema: FeeSettings,
  value: {
    sides: [...SIDES],
    howToPay: '',
    tables: [
      {
        from_on: '2023-11-15',
        full: { registration: 1000, membership: 3000 },
        evacuee: { registration: 0, membership: 0 },
        burden: { registration: 0, membership: 1500 },
        student: { registration: 500, membership: 1500 },
      },
    ],
  },
};

/** Whether somebody of this side is asked for fees at all. */
export async function asksForFees(db: Database, side: Side): Promise<boolean> {
  return (await readSetting(db, feesSetting)).sides.includes(side);
}
