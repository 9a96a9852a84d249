import type { VNode } from 'preact';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { Ahead, AheadItem, AheadWay } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import { isShown } from '../rules/days.ts';
import { findSeason } from '../setting.ts';
import { listCallsAhead } from '../store/calls.ts';
import type { Call } from '../types.ts';
import { seasonMessages } from '../words.ts';

const MINE: AheadWay = {
  href: seasonPaths.mine(),
  title: seasonMessages.label('my_days'),
  text: seasonMessages.label('my_days_text'),
  order: 6,
};
const HOURS: AheadWay = {
  href: seasonPaths.hours(),
  title: seasonMessages.label('give_hours'),
  text: seasonMessages.label('give_hours_text'),
  order: 7,
};

/** Calls that somebody makes or gets, and while it is the time of year the ways to say that one is alone or has time. */
export const seasonAhead: Ahead = async (db, { personId, now, roles }) => {
  const today = dayInJapan(now);
  const season = await findSeason(db, today);
  if (!season) return {};
  const calls = await listCallsAhead(db, personId, today);
  return {
    items: calls.map((call): AheadItem => {
      const isCaller = call.volunteerId === personId;
      return {
        at: call.onDay.toZonedDateTime(TIME_ZONE).toInstant(),
        isYourTurn: isCaller && Temporal.PlainDate.compare(call.onDay, today) <= 0,
        card: isCaller ? <CallToMake call={call} /> : <CallToGet call={call} />,
      };
    }),
    ...(isShown(season, today) && {
      ways: [...(roles.has('resident') ? [MINE] : []), ...(roles.has('volunteer') ? [HOURS] : [])],
    }),
  };
};

function useWhen({ onDay, part }: Call) {
  const t = useWords(seasonMessages);
  return t('day_and_part', { day: useFormats().day(onDay), part: t(`part_${part}`) });
}

/** Whom they call stands on a page of its own, with an entry that the other can see. */
function CallToMake({ call }: { readonly call: Call }): VNode {
  const t = useWords(seasonMessages);
  return (
    <Card
      title={t('call_title')}
      level={2}
      actions={
        <Button href={seasonPaths.call({ id: call.id })} kind="main">
          {t('call_open')}
        </Button>
      }
    >
      <p>{useWhen(call)}</p>
    </Card>
  );
}

function CallToGet({ call }: { readonly call: Call }): VNode {
  const t = useWords(seasonMessages);
  return (
    <Card
      title={t('somebody_calls_title')}
      level={2}
      actions={<Button href={seasonPaths.mine()}>{t('my_days')}</Button>}
    >
      <p>{useWhen(call)}</p>
    </Card>
  );
}
