import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { type DecidedBy, mayDecideAbout } from '../rules.ts';
import { mayInsureFrom } from './rules.ts';
import { saveInsuranceYear } from './store.ts';

/** Records that somebody is insured from a day to the following 31 March. @returns the fiscal year */
export async function recordInsurance(
  tx: Tx,
  insurance: {
    personId: string;
    plan: string;
    startsOn: Temporal.PlainDate;
    by: DecidedBy;
    now: Temporal.Instant;
  },
): Promise<Outcome<number>> {
  const { personId, plan, startsOn, by, now } = insurance;
  await lockDecisionsAbout(tx, personId);
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const fiscalYear = mayInsureFrom(startsOn, dayInJapan(now));
  if (!fiscalYear.ok) return fiscalYear;
  const year = { personId, fiscalYear: fiscalYear.value, plan, startsOn };
  await saveInsuranceYear(tx, year, { personId: by.personId, at: now });
  await insertDecision(tx, { personId, act: 'record_insurance', byPersonId: by.personId, at: now });
  return accept(fiscalYear.value);
}
