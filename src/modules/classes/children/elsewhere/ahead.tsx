import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { Ahead, AheadItem, AheadWay } from '../../../../platform/parts/ahead.ts';
import { Button, Card, StatusChip } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { ChildName, Missing } from '../own/parts.tsx';
import { childrenPaths } from '../paths.ts';
import { missingOn, type Needed, type WholeChild } from '../rules/complete.ts';
import { listSeatsAheadOf, type SeatAhead } from '../store/ahead.ts';
import { listChildrenOf } from '../store/children.ts';
import { findWholeChildren } from '../store/whole.ts';
import { childrenMessages } from '../words.ts';

const CHILDREN: AheadWay = {
  href: childrenPaths.mine(),
  title: childrenMessages.label('my_children'),
  text: childrenMessages.label('my_children_lead'),
  order: 5,
};

/** On a guardian's page: each child's next class, with what is missing for it. */
export const childrenAhead: Ahead = async (db, { personId, now }) => {
  const ids = (await listChildrenOf(db, personId)).map(({ id }) => id);
  if (ids.length === 0) return {};
  const seats = await listSeatsAheadOf(db, ids, now);
  const children = await findWholeChildren(db, ids);
  return {
    items: children.flatMap((whole): AheadItem[] => {
      const seat = seats.find(({ childId, state }) => childId === whole.child.id && state !== 'given_up');
      if (!seat) return [];
      const missing = missingOn(whole, dayInJapan(seat.startsAt));
      return [
        {
          at: seat.startsAt,
          isYourTurn: missing.length > 0 || seat.state === 'offered',
          card: <NextClassCard {...{ whole, seat, missing }} />,
        },
      ];
    }),
    ways: [CHILDREN],
  };
};

function NextClassCard(props: {
  readonly whole: WholeChild;
  readonly seat: SeatAhead;
  readonly missing: readonly Needed[];
}): VNode {
  const t = useWords(childrenMessages);
  const { span } = useFormats();
  const { whole, seat, missing } = props;
  const { child } = whole;
  return (
    <Card
      title={<ChildName child={child} />}
      level={2}
      aside={
        <StatusChip tone={seat.state === 'taken' ? 'good' : 'waiting'}>{t(`seat_${seat.state}`)}</StatusChip>
      }
      actions={
        <Button
          href={childrenPaths.one({ id: child.id })}
          label={t.plain('open_named', { name: child.name })}
        >
          {t('open_child')}
        </Button>
      }
    >
      <p>{t('class_on', { when: span(seat.startsAt, seat.endsAt) })}</p>
      {missing.length > 0 && (
        <>
          <p>{t('missing_title')}</p>
          <Missing child={child} missing={missing} />
        </>
      )}
    </Card>
  );
}
