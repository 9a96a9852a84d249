import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { enter, type OnApplication } from '../applications/doing.ts';
import { readyIfComplete } from '../applications/ready.ts';
import { insertStep } from '../steps/store.ts';
import type { Application } from '../types.ts';
import { maySign, type TermsStanding, termsStanding } from './rules.ts';
import { currentTerms, insertSignature, listSignatures } from './store.ts';

interface Signing extends OnApplication {
  /** The one that they had before them. */
  readonly signs: number;
  /** In which language they read it. */
  readonly locale: Locale;
}

/**
 * Signs the terms of one's side; a coordinator may write down what was said on the telephone or lies on paper. Refuses
 * before the application is accepted, another version than today's, and a second time.
 */
export async function signTerms(tx: Tx, on: Signing): Promise<Outcome<Application>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { application } = entered.value;
  const { doer, signs, locale } = on;
  const allowed = maySign(application, await findTermsStanding(tx, application, doer.now), signs);
  if (!allowed.ok) return allowed;
  const recordedBy = doer.party === 'coordinator' ? doer.personId : null;
  const { id: applicationId, side } = application;
  await insertSignature(
    tx,
    { applicationId, side },
    { version: signs, locale, signedAt: doer.now, recordedBy },
  );
  await insertStep(tx, { applicationId, act: 'sign_terms', byPerson: doer.personId, at: doer.now });
  await readyIfComplete(tx, applicationId, doer.now);
  return accept(application);
}

/** Where an application stands with the terms of its side. */
export async function findTermsStanding(
  db: Database,
  { id, side }: Pick<Application, 'id' | 'side'>,
  now: Temporal.Instant,
): Promise<TermsStanding> {
  const { version } = await currentTerms(db, side, now);
  const [newest] = await listSignatures(db, id);
  return termsStanding(version, newest?.version ?? null);
}
