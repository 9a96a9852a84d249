import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { callName, findPersons, findReaders, type Reader } from '../../../people/index.ts';
import { type Consent, listConsents } from '../../consents/store.ts';
import { knowEachOther } from '../../pair/store/close-to.ts';
import { type DoneStep, listSteps } from '../../steps/store.ts';
import { listSignatures, type Signature } from '../../terms/store.ts';
import { namesOfOthers } from '../own/routes.tsx';
import { findWhole, type Whole } from '../standing.ts';
import { findApplication } from '../store.ts';

/** An application as coordinators see it. */
export interface DeskScene extends Whole {
  readonly others: readonly string[];
  readonly steps: readonly DoneStep[];
  readonly consents: readonly Consent[];
  readonly signatures: readonly Signature[];
  /** Names of whoever did something, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly readers: readonly Reader[];
}

/** What the page is drawn from. */
export interface DeskProps {
  readonly scene: DeskScene;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

interface Looking {
  readonly applicationId: string;
  readonly readerId: string | null;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** Null where there is none, and for whoever is in it or in a pair with them: nobody reads the notes about themselves or a friend. */
export async function loadDeskScene(
  db: Database,
  { applicationId, readerId, locale, now }: Looking,
): Promise<DeskScene | null> {
  const application = await findApplication(db, applicationId);
  if (!application || (readerId && application.memberIds.includes(readerId))) return null;
  if (readerId && (await knowEachOther(db, application.personId, readerId))) return null;
  const whole = await findWhole(db, application, now);
  if (!whole) return null;
  const steps = await listSteps(db, { applicationId });
  const signatures = await listSignatures(db, applicationId);
  const ids = [
    ...steps.map(({ byPerson }) => byPerson),
    ...whole.interviews.map(({ hostId }) => hostId),
    ...signatures.map(({ recordedBy }) => recordedBy),
    application.enteredBy,
  ].filter((id) => id !== null);
  const persons = await findPersons(db, [...new Set(ids)]);
  return {
    ...whole,
    steps,
    signatures,
    consents: await listConsents(db, applicationId),
    others: await namesOfOthers(db, application, locale),
    names: new Map([...persons].map(([id, person]) => [id, callName(person, locale)])),
    readers: await findReaders(db, [application.personId], { locale, to: 'staff' }),
  };
}

/** The application as the forms of the page take it. */
export function shownIn({ scene: { application }, form, now }: DeskProps) {
  const { id, state, version } = application;
  return { id, state, version, form, now };
}
