import type { Database } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { DataOf } from '../../../platform/rights/data-of.ts';
import { applicationQuestions } from '../apply/questions.ts';
import { listConsents } from '../consents/store.ts';
import { listFees } from '../fees/store.ts';
import { listInterviews } from '../interview/store.ts';
import { listSignatures } from '../terms/store.ts';
import type { Application } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { atHomeIn, wishesIn } from './facts.tsx';
import { listApplicationsOf } from './store.ts';

/** What somebody applied with, signed, agreed to and was asked for, in words: codes and sealed facts say nothing to a reader. */
export const applicationsOf: DataOf = async (db, { id, locale }) => {
  const applications = await listApplicationsOf(db, id);
  const each = async <Row>(list: (db: Database, applicationId: string) => Promise<readonly Row[]>) =>
    (await Promise.all(applications.map((one) => list(db, one.id)))).flat();
  const t = pairsMessages.in(locale);
  return {
    pair_applications: applications.map((one) => sayApplication(one, locale)),
    pair_signatures: (await each(listSignatures)).map(({ version, signedAt }) => ({
      version,
      signed_at: signedAt,
    })),
    pair_consents: (await each(listConsents)).map(({ kind, givenAt, takenBackAt }) => ({
      consent: say(`consent_${kind}`, locale),
      given_at: givenAt,
      taken_back_at: takenBackAt,
    })),
    pair_interviews: (await each(listInterviews)).map(({ startsAt, whereWords }) => ({
      starts_at: startsAt,
      where_words: whereWords,
    })),
    pair_fees: (await each(listFees)).map(({ kind, amount, settledOn }) => ({
      fee: t.plain(`fee_${kind}`),
      amount: formatsIn(locale).yen(amount),
      settled_on: settledOn,
    })),
  };
};

/** A code in words; one that no version of us has written is left out. */
const say = (key: string, locale: Locale): string =>
  pairsMessages.has(key) ? pairsMessages.in(locale).plain(key) : '';

function sayApplication(application: Application, locale: Locale) {
  const t = pairsMessages.in(locale);
  const { facts } = application;
  const all = (keys: readonly string[]) => keys.map((key) => say(key, locale)).join(', ');
  return {
    side: t.plain(`side_${application.side}`),
    submitted_at: application.submittedAt,
    purposes: all(application.purposes.map((one) => `purpose_${one}` as const)),
    required: all(
      application.purposes
        .filter((one) => facts.requiredPurposes.includes(one))
        .map((one) => `purpose_${one}` as const),
    ),
    interests: all(facts.interests.map((one) => `interest_${one}` as 'interest_tea')),
    reach: t.plain('reach_within', { reach: facts.reachKilometers }),
    meeting: t.plain(facts.isOnlineOk ? 'online_too' : 'online_not'),
    wishes: all(wishesIn(facts)),
    at_home: all(atHomeIn(facts)),
    answers: sayAnswers(application, locale),
    emergency_contact: application.emergencyContact,
    reduction: t.plain(`reduction_${application.reduction}`),
    outcome_words: application.outcomeWords,
  };
}

/** What was answered in their own words; of what was offered, its words. */
function sayAnswers({ side, facts: { given } }: Application, locale: Locale): string {
  const { form } = applicationQuestions[side];
  const offered = (name: string, value: string) =>
    name === 'heard'
      ? say(`heard_${value}`, locale)
      : name === 'yearsHere'
        ? say(`years_${value}`, locale)
        : value;
  return form.fields
    .flatMap(({ name }) => {
      const value = given?.answers[name];
      return typeof value === 'string' && value !== '' ? [offered(name, value)] : [];
    })
    .join(' / ');
}
