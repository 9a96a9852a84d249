import type { VNode } from 'preact';
import { Press } from '../../../../kits/acts/index.ts';
import { type Happening, History } from '../../../../kits/scenes/index.ts';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  FormErrors,
  Link,
  OwnWords,
  PageHead,
  PersonName,
  SummaryList,
  type SummaryRow,
} from '../../../../ui/index.ts';
import { EventTitle } from '../../open/event-title.tsx';
import { eventsPaths } from '../../paths.ts';
import type { Moved } from '../../store/desk.ts';
import type { Event, Registration } from '../../types.ts';
import { eventsStaffMessages } from '../../words.ts';
import { registrationForms } from '../sent.ts';
import { sayExtras, sayParty } from './party.ts';

interface RegistrationProps {
  readonly event: Event;
  readonly registration: Registration;
  /** Among those who wait, from 1; 0 for whoever does not. */
  readonly place: number;
  /** What they need there and ask; null where it is deleted. */
  readonly words: { readonly needs: string | null; readonly question: string | null } | null;
  readonly moves: readonly (Moved & { readonly by: string | null })[];
  readonly form: FormState;
}

/** One registration with all that was said, and what became of it. */
export function RegistrationPage(props: RegistrationProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { event, registration, form } = props;
  return (
    <>
      <PageHead
        title={<PersonName>{registration.name}</PersonName>}
        lead={<EventTitle event={event} />}
        back={{ href: eventsPaths.deskRegistrations({ id: event.id }), label: t('registrations_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <SummaryList rows={useRows(props)} />
      <Press
        table={registrationForms}
        of={{ ...registration, form }}
        act="cancellation"
        kind="danger"
        confirm={t('registration_cancel_confirm')}
      >
        {t('registration_cancel')}
      </Press>
      <History title={t('registration_history')} happenings={useHappenings(props)} />
    </>
  );
}

function useRows({ registration, place, words }: RegistrationProps): SummaryRow[] {
  const t = useWords(eventsStaffMessages);
  const locale = useLocale();
  const { dayTime } = useFormats();
  const { state, offeredUntil, party, email, personId } = registration;
  const extras = sayExtras(party, locale);
  const own = (text: string | null | undefined) =>
    text ? <OwnWords>{text}</OwnWords> : t('registration_said_nothing');
  return [
    {
      label: t('registration_state'),
      value:
        state === 'waiting'
          ? t('registration_waits_at', { place })
          : offeredUntil
            ? t('registration_has_offer', { until: dayTime(offeredUntil) })
            : t(`registration_is_${state as 'asked' | 'seated' | 'passed' | 'cancelled'}`),
    },
    { label: t('registration_party'), value: sayParty(party, locale) },
    ...(extras ? [{ label: t('registration_extras'), value: extras }] : []),
    { label: t('registration_needs'), value: own(words?.needs) },
    { label: t('registration_question'), value: own(words?.question) },
    { label: t('registration_email'), value: email },
    ...(personId
      ? [
          {
            label: t('registration_person'),
            value: <Link href={housePaths.person({ id: personId })}>{t('registration_open_person')}</Link>,
          },
        ]
      : []),
  ];
}

function useHappenings({ moves }: RegistrationProps): Happening[] {
  const t = useWords(eventsStaffMessages);
  return moves.map(({ act, at, by, byHouse }) => ({
    at,
    title: t('registration_move', { act }),
    by: by
      ? (when: Words) => t('registration_by', { when, name: <PersonName>{by}</PersonName> })
      : byHouse
        ? (when: Words) => t('registration_by_house', { when })
        : undefined,
  }));
}
