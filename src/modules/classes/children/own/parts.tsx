import type { VNode } from 'preact';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  EmptyState,
  Notice,
  OwnWords,
  PersonName,
  StatusChip,
  type Tone,
} from '../../../../ui/index.ts';
import type { SeatState } from '../../types.ts';
import { classesMessages } from '../../words.ts';
import { childrenPaths } from '../paths.ts';
import type { Needed } from '../rules/complete.ts';
import { schoolYearOf } from '../rules/school-year.ts';
import type { SeatAhead } from '../store/ahead.ts';
import type { Born, Child } from '../types.ts';
import { childrenMessages } from '../words.ts';

/** The school year in words. */
export function useSchoolYear(born: Born, on: Temporal.PlainDate): Words {
  const t = useWords(childrenMessages);
  const year = schoolYearOf(born, on);
  if (year.kind === 'before') return t('school_before', { year: `${year.entersIn}` });
  return year.kind === 'primary' ? t('school_primary', { year: `${year.year}` }) : t('school_beyond');
}

/** What is missing, each with the way to where it is said. */
export function Missing({
  child,
  missing,
}: {
  readonly child: Child;
  readonly missing: readonly Needed[];
}): VNode {
  const t = useWords(childrenMessages);
  const { id } = child;
  const wayTo: Readonly<Record<Needed, string>> = {
    health: childrenPaths.health({ id }),
    fetchers: childrenPaths.fetchers({ id }),
    phone: childrenPaths.family({ id }),
    custody: childrenPaths.family({ id }),
    photos: childrenPaths.photos({ id }),
  };
  return (
    <Actions>
      {missing.map((needed) => (
        <Button href={wayTo[needed]}>{t(`missing_${needed}`)}</Button>
      ))}
    </Actions>
  );
}

const TONES: Readonly<Record<SeatState, Tone>> = {
  taken: 'good',
  offered: 'notice',
  unsure: 'notice',
  waiting: 'waiting',
  given_up: 'plain',
};

/** A child's next classes, each with the two taps by which they do not come. */
export function NextClasses({ seats }: { readonly seats: readonly SeatAhead[] }): VNode {
  const t = useWords(childrenMessages);
  if (seats.length === 0) return <EmptyState title={t('no_next_class')} />;
  return (
    <ul class="stack">
      {seats.map((seat) => (
        <li>
          <NextClass seat={seat} />
        </li>
      ))}
    </ul>
  );
}

/** Classes that do not take place, each with why. */
export function CalledOff({ seats }: { readonly seats: readonly SeatAhead[] }): VNode {
  const t = useWords(classesMessages);
  const { span } = useFormats();
  return (
    <>
      {seats.map(({ startsAt, endsAt, cancelReason }) => (
        <Notice title={t('class_is_off')}>
          <p>{span(startsAt, endsAt)}</p>
          {cancelReason && <p>{t(`off_${cancelReason}`)}</p>}
        </Notice>
      ))}
    </>
  );
}

function NextClass({ seat }: { readonly seat: SeatAhead }): VNode {
  const t = useWords(childrenMessages);
  const { span, dayTime } = useFormats();
  const { offeredUntil, movedFrom } = seat;
  return (
    <>
      <p>
        <b>{span(seat.startsAt, seat.endsAt)}</b>{' '}
        <StatusChip tone={TONES[seat.state]}>{t(`seat_${seat.state}`)}</StatusChip>
      </p>
      {movedFrom && <p>{t('class_was_moved', { from: dayTime(movedFrom) })}</p>}
      {movedFrom && seat.state === 'unsure' && <p>{t('class_moved_seat')}</p>}
      {offeredUntil && <p>{t('seat_held_until', { until: dayTime(offeredUntil) })}</p>}
      <OwnWords as="p">{seat.address}</OwnWords>
      <Actions>
        {seat.state === 'offered' && (
          <ActionForm
            action={childrenPaths.seats({ id: seat.childId })}
            hidden={{ seatId: seat.seatId }}
            kind="main"
          >
            {t('take_seat')}
          </ActionForm>
        )}
        {seat.state === 'given_up' ? (
          <ActionForm action={childrenPaths.returns({ id: seat.childId })} hidden={{ seatId: seat.seatId }}>
            {t('come_after_all')}
          </ActionForm>
        ) : (
          <SayAbsence seat={seat} />
        )}
      </Actions>
    </>
  );
}

/** The first tap says what happens, the second does it. */
function SayAbsence({ seat }: { readonly seat: SeatAhead }): VNode {
  const t = useWords(childrenMessages);
  const { plain } = useFormats();
  return (
    <ActionForm
      action={childrenPaths.absences({ id: seat.childId })}
      hidden={{ seatId: seat.seatId }}
      confirm={t('say_absence_text')}
      label={t.plain('absence_title', { day: plain.day(seat.startsAt) })}
    >
      {t('say_absence')}
    </ActionForm>
  );
}

/** A child by the name used in class. */
export const ChildName = ({ child }: { readonly child: Pick<Child, 'name'> }): VNode => (
  <PersonName>{child.name}</PersonName>
);
