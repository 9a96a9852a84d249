import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { Ahead, AheadItem, AheadWay } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { countToApprove } from '../treasurer/store/refunds.ts';
import { listWaiting } from '../treasurer/waiting.ts';
import { givingMessages } from '../words.ts';

const BOOKS: AheadWay = {
  href: givingPaths.books(),
  title: givingMessages.label('books'),
  text: givingMessages.label('books_text'),
  order: 30,
};

/** Treasurers read on their own page how much waits in the books; administrators, how many refunds wait for a second person. */
export const givingAhead: Ahead = async (db, { personId, roles, now }) => {
  if (roles.has('treasurer')) {
    const { length: count } = await listWaiting(db, now);
    return { items: waiting('books', count, givingPaths.books()), ways: [BOOKS] };
  }
  if (!roles.has('administrator')) return {};
  return { items: waiting('refunds', await countToApprove(db, personId), givingPaths.refunds()) };
};

function waiting(what: 'books' | 'refunds', count: number, href: string): AheadItem[] {
  if (count === 0) return [];
  return [{ at: null, card: <WaitsHere {...{ what, count, href }} />, isYourTurn: true }];
}

function WaitsHere(props: {
  readonly what: 'books' | 'refunds';
  readonly count: number;
  readonly href: string;
}): VNode {
  const t = useWords(givingMessages);
  const { what, count, href } = props;
  const act = (
    <Button kind="main" href={href}>
      {t(`${what}_open`)}
    </Button>
  );
  return (
    <Card title={t(`${what}_wait`, { count })} accent actions={act}>
      <p>{t(`${what}_text`)}</p>
    </Card>
  );
}
