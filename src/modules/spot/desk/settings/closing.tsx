import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { Closing } from '../../../../platform/parts/closing.ts';
import { Town } from '../../offer/town.tsx';
import { type ComingTimes, listComingTimes } from '../../store/lists/coming-times.ts';
import { spotMessages } from '../../words.ts';
import { deskMessages } from '../words.ts';

/** Requests with times that a change of days or hours closes, each with those alone. */
export const spotClosing: Closing = {
  async find(db, { closes, now }) {
    const closed = (await listComingTimes(db, now))
      .map((one) => ({ ...one, times: one.times.filter((at) => closes(at, one.durationMinutes)) }))
      .filter(({ times }) => times.length > 0);
    return closed.length === 0
      ? null
      : {
          count: closed.length,
          names: namesOf(closed),
          items: closed.map((one) => <ClosedTimes one={one} />),
        };
  },
};

/** What of them is to be looked at: another list has other names. */
export function namesOf(closed: readonly ComingTimes[]): string {
  return closed.map(({ requestId, times }) => `${requestId}:${times.join('+')}`).join(',');
}

function ClosedTimes({ one }: { one: ComingTimes }): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  return (
    <li>
      {t(one.isAgreed ? 'closes_agreed' : 'closes_proposed')} · {formats.list(one.times.map(formats.dayTime))}{' '}
      · {spot(`category_${one.category}`)} ·{' '}
      {one.placeKind === 'place' ? <Town place={one} /> : spot(`place_kind_${one.placeKind}`)}
    </li>
  );
}
