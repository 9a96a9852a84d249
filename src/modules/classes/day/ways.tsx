import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Link } from '../../../ui/index.ts';
import type { Session } from '../types.ts';
import { isDayOpen } from './door/rules/hours.ts';
import { dayPaths } from './paths.ts';
import { dayMessages } from './words.ts';

/** The way to a day, for those who teach on it, as long as it can be written. */
export function WayToDay({
  session,
  now,
}: {
  readonly session: Session;
  readonly now: Temporal.Instant;
}): VNode | null {
  const t = useWords(dayMessages);
  if (!isDayOpen(session, now)) return null;
  return (
    <p>
      <Link href={dayPaths.day({ id: session.id })}>{t('day_title')}</Link>
    </p>
  );
}

/** The way of coordinators, who read a day as long as it is kept. */
export function DeskWayToDay({ session }: { readonly session: Session }): VNode | null {
  const t = useWords(dayMessages);
  if (session.state === 'planned') return null;
  return (
    <p>
      <Link href={dayPaths.day({ id: session.id })}>{t('day_title')}</Link>
    </p>
  );
}

/** The way to what a child did and can do, for the family. */
export function WayToLearning({ childId }: { readonly childId: string }): VNode {
  const t = useWords(dayMessages);
  return (
    <p>
      <Link href={dayPaths.learning({ id: childId })}>{t('way_to_learning')}</Link>
    </p>
  );
}
