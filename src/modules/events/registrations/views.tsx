import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../kits/forms/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { EmptyState, Link, Notice, PageHead, Prose } from '../../../ui/index.ts';
import { EmergencyLine } from '../../safety/index.ts';
import { useSaid } from '../open/said.tsx';
import { WhenAndWhere } from '../open/when-and-where.tsx';
import { eventsPaths } from '../paths.ts';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';

interface RegisterProps {
  readonly event: Event;
  readonly of: FormOf;
  readonly form: FormState;
  readonly without: readonly string[];
  /** Who registers, where an account says so. */
  readonly known: { readonly name: string; readonly email: string } | null;
  readonly now: Temporal.Instant;
}

/** The form of a party. */
export function RegisterPage(props: RegisterProps): VNode {
  const t = useWords(eventsMessages);
  const { event, of, form, without, known, now } = props;
  const { title } = useSaid(event);
  const path = eventsPaths.event({ id: event.id });
  const isOpen = event.state === 'published' && Temporal.Instant.compare(now, event.registrationClosesAt) < 0;
  return (
    <>
      <PageHead title={t('register_title')} back={{ href: path, label: title }} />
      {isOpen ? (
        <>
          <WhenAndWhere event={event} />
          {known && <Notice>{t('register_as', known)}</Notice>}
          <FilledIn
            of={of}
            form={form}
            action={eventsPaths.register({ id: event.id })}
            button={t('register_send')}
            without={without}
          />
        </>
      ) : (
        <EmptyState title={t('registration_is_closed')}>
          <Link href={path}>{t('event_open')}</Link>
        </EmptyState>
      )}
    </>
  );
}

/** After sending without an account: what to do now. The same whether the address had registered before or not. */
export function SentPage({ event }: { readonly event: Event }): VNode {
  const t = useWords(eventsMessages);
  return (
    <>
      <PageHead
        title={t('register_sent_title')}
        back={{ href: eventsPaths.event({ id: event.id }), label: t('event_open') }}
      />
      <EmergencyLine />
      <Prose>
        <p>{t('register_sent_text')}</p>
        <p>{t('register_sent_no_mail')}</p>
      </Prose>
    </>
  );
}
