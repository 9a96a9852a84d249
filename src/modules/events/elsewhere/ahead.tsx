import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { Ahead, AheadItem } from '../../../platform/parts/ahead.ts';
import { ActionForm, Button, Card } from '../../../ui/index.ts';
import { useSaid } from '../open/said.tsx';
import { WhenAndWhere } from '../open/when-and-where.tsx';
import { eventsPaths } from '../paths.ts';
import { ownPath } from '../registrations/token.ts';
import { givesSeats } from '../seats/rules/decide.ts';
import type { EventServices } from '../services.ts';
import { type Helping, listHelpingOf } from '../store/helpers.ts';
import { listComingOf, type OwnRegistration } from '../store/registrations-of.ts';
import type { Event } from '../types.ts';
import { isLinkOpen } from '../volunteers/link.ts';
import { eventsMessages } from '../words.ts';

interface CardProps extends OwnRegistration {
  /** The page of the registration. */
  readonly path: string;
  readonly stands: Stands;
}

/** `offered` and `last_call` wait for a yes, which is said on the card. */
type Stands = 'seated' | 'waiting' | 'offered' | 'last_call';

/** The events at which somebody has seats, waits for some, or is offered them. */
export function eventsAhead(services: Pick<EventServices, 'secret'>): Ahead {
  return async (db, { personId, now }) => ({
    items: [
      ...(await listHelpingOf(db, personId))
        .filter(({ event }) => helpsStill(event, now))
        .map((one) => helpingItem(one, now)),
      ...(await listOwn(db, personId, now)),
    ],
  });

  async function listOwn(db: Database, personId: string, now: Temporal.Instant): Promise<AheadItem[]> {
    return (await listComingOf(db, personId, now)).map((one): AheadItem => {
      const stands = standsOf(one, now);
      const { registration, event } = one;
      const isYourTurn = stands === 'offered' || stands === 'last_call';
      return {
        at: event.state === 'postponed' ? null : (registration.offeredUntil ?? event.startsAt),
        isYourTurn,
        card: <EventCard {...one} stands={stands} path={ownPath(services, registration.id)} />,
        inCalendar: stands === 'seated' ? whenOf(event) : undefined,
      };
    });
  }
}

/** Until its door is over; what was called off is said to whoever helps by whoever asked them. */
const helpsStill = (event: Event, now: Temporal.Instant) =>
  event.state !== 'cancelled' &&
  (event.state === 'postponed' || Temporal.Instant.compare(event.endsAt, now) > 0);

/** A day that is put off has none yet. */
const whenOf = ({ id, state, startsAt, endsAt }: Event) =>
  state === 'postponed' || state === 'cancelled' ? undefined : { id, startsAt, endsAt };

function helpingItem({ event }: Helping, now: Temporal.Instant): AheadItem {
  return {
    at: event.state === 'postponed' ? null : event.startsAt,
    card: <HelpingCard event={event} now={now} />,
    inCalendar: whenOf(event),
  };
}

function HelpingCard({ event, now }: { readonly event: Event; readonly now: Temporal.Instant }): VNode {
  const t = useWords(eventsMessages);
  const { title } = useSaid(event);
  return (
    <Card
      title={title}
      level={2}
      actions={<Button href={eventsPaths.helping()}>{t('helping_title')}</Button>}
    >
      <p>{t(isLinkOpen(event, now) ? 'helping_today' : 'helping_ahead')}</p>
      <WhenAndWhere event={event} />
    </Card>
  );
}

function standsOf({ event, registration }: OwnRegistration, now: Temporal.Instant): Stands {
  if (registration.state === 'offered') return 'offered';
  if (registration.state === 'seated') return 'seated';
  return event.lastCallAt && givesSeats(event, now) ? 'last_call' : 'waiting';
}

function EventCard({ event, registration, path, stands }: CardProps): VNode {
  const t = useWords(eventsMessages);
  const { dayTime } = useFormats();
  const { title } = useSaid(event);
  const { offeredUntil } = registration;
  const isYourTurn = stands === 'offered' || stands === 'last_call';
  return (
    <Card
      title={title}
      level={2}
      accent={isYourTurn}
      actions={
        isYourTurn ? (
          <>
            <ActionForm action={`${path}/seats`} kind="main">
              {t('own_take')}
            </ActionForm>
            {stands === 'offered' && <ActionForm action={`${path}/refusal`}>{t('own_decline')}</ActionForm>}
            <Button href={path}>{t('ahead_registration')}</Button>
          </>
        ) : (
          <Button href={path}>{t('ahead_registration')}</Button>
        )
      }
    >
      {stands === 'offered' && offeredUntil ? (
        <p>
          {t('own_offered_title')}: {t('own_offered_text', { until: dayTime(offeredUntil) })}
        </p>
      ) : (
        <p>{t(SAYS[stands])}</p>
      )}
      <WhenAndWhere event={event} />
    </Card>
  );
}

const SAYS = {
  seated: 'ahead_seated',
  waiting: 'own_stands_waiting',
  offered: 'own_offered_title',
  last_call: 'own_last_call_text',
} as const;
