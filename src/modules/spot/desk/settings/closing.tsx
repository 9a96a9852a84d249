import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { isClosedAt } from '../../../../kits/slots/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { Consequences } from '../../../../platform/parts/settings-place.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Checkbox, Notice } from '../../../../ui/index.ts';
import { Town } from '../../offer/town.tsx';
import type { SpotSettings } from '../../settings.ts';
import { type ComingTimes, listComingTimes } from '../../store/lists/coming-times.ts';
import { spotMessages } from '../../words.ts';
import { deskMessages } from '../words.ts';

/** The settings of before and those to come, and when. */
interface Closing {
  readonly before: SpotSettings;
  readonly after: SpotSettings;
  readonly now: Temporal.Instant;
}

/** Requests with times that a change of days or hours closes, each with those alone; none that were closed before. */
async function findClosed(db: Database, { before, after, now }: Closing): Promise<ComingTimes[]> {
  const coming = await listComingTimes(db, now);
  return coming
    .map((one) => ({
      ...one,
      times: one.times.filter((startsAt) => {
        const span = { startsAt, minutes: one.durationMinutes };
        return isClosedAt(span, after) && !isClosedAt(span, before);
      }),
    }))
    .filter(({ times }) => times.length > 0);
}

/** What a form sends back to say that this list was looked at, as short for a long one: another list needs another look. */
export function markOf(closed: readonly ComingTimes[]): string {
  const list = closed.map(({ requestId, times }) => `${requestId}:${times.join('+')}`).join(',');
  return createHash('sha256').update(list).digest('base64url');
}

/** The requests of which a change of the settings closes times, to be looked at before it is saved. */
export const closings: Consequences<SpotSettings> = {
  field: 'closesKnown',
  code: 'see_what_this_closes',
  codeOfUndoing: 'see_what_undoing_closes',
  async find(db, change) {
    const closed = await findClosed(db, change);
    if (closed.length === 0) return null;
    const mark = markOf(closed);
    const draw = (form: FormState) => <WhatCloses closed={closed} mark={mark} form={form} />;
    return { count: closed.length, mark, draw };
  },
};

/** More than somebody reads one by one. */
const MOST_SHOWN = 100;

/** The requests that a change would close times of, and the box that says they were looked at. */
function WhatCloses(props: {
  readonly closed: readonly ComingTimes[];
  readonly mark: string;
  readonly form: FormState;
}): VNode {
  const t = useWords(deskMessages);
  return (
    <Notice title={t('closes_title')}>
      <p>{t('closes_text')}</p>
      <ul>
        {props.closed.slice(0, MOST_SHOWN).map((one) => (
          <ClosedTimes one={one} />
        ))}
      </ul>
      {props.closed.length > MOST_SHOWN && (
        <p>{t('closes_more', { count: props.closed.length - MOST_SHOWN })}</p>
      )}
      <Checkbox
        name="closesKnown"
        label={t('closes_known')}
        value={props.mark}
        refusal={props.form.refusalOf('closesKnown')}
      />
    </Notice>
  );
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
