import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { AheadItem, AheadReader } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { dayInJapan, findPersons, nameFor } from '../../people/index.ts';
import { haveMet, yesOf } from '../introduction/rules.ts';
import { findIntroduction } from '../introduction/store.ts';
import { hasBegun, monthOf } from '../months/rules/calendar.ts';
import { pairsPaths } from '../paths.ts';
import { askedSides } from '../propose/rules.ts';
import type { Introduction, Pair, Side } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { otherSide, personOf, sideOf } from './over.ts';
import { listLiveKnownTo } from './store.ts';

/** Where a pair stands for one of its two, as the title of its card. */
const YOUR_TURN = ['ahead_proposal_title', 'ahead_introduction_choose', 'ahead_introduction_answer'] as const;
type Stands =
  | (typeof YOUR_TURN)[number]
  | 'ahead_introduction_set'
  | 'proposal_waiting_title'
  | 'agree_waiting_title'
  | 'months_title';

/** Each proposal and pair that somebody knows of: what waits for them, or what they wait for, with the way to its page. */
export async function pairAhead(db: Database, reader: AheadReader): Promise<readonly AheadItem[]> {
  const items: AheadItem[] = [];
  for (const pair of await listLiveKnownTo(db, reader.personId)) {
    const side = sideOf(pair, reader.personId);
    if (!side) continue;
    const introduction = pair.state === 'introduction' ? await findIntroduction(db, pair.id) : null;
    const stands = standsFor(pair, side, { introduction, now: reader.now });
    const otherId = personOf(pair, otherSide(side));
    const other = (await findPersons(db, [otherId])).get(otherId);
    const name = other ? nameFor(other, reader.locale, 'counterpart').words : '';
    const isYourTurn = YOUR_TURN.some((one) => one === stands);
    const meetsAt = stands === 'ahead_introduction_set' && introduction ? introduction.startsAt : null;
    items.push({
      at: isYourTurn ? pair.answerBy : meetsAt,
      isYourTurn,
      card: <PairCard {...{ pair, stands, name, isYourTurn, meetsAt }} today={dayInJapan(reader.now)} />,
    });
  }
  return items;
}

/** Where a pair stands for one side. Nothing of it tells what the other has answered after they met. */
export function standsFor(
  pair: Pair,
  side: Side,
  at: { readonly introduction: Introduction | null; readonly now: Temporal.Instant },
): Stands {
  if (pair.startedOn) return 'months_title';
  if (pair.state !== 'introduction')
    return askedSides(pair).includes(side) ? 'ahead_proposal_title' : 'proposal_waiting_title';
  const { introduction, now } = at;
  if (!introduction || introduction.calledOffAt) return 'ahead_introduction_choose';
  if (!haveMet(introduction, now)) return 'ahead_introduction_set';
  return yesOf(pair, side) ? 'agree_waiting_title' : 'ahead_introduction_answer';
}

interface CardProps {
  readonly pair: Pair;
  readonly stands: Stands;
  readonly name: Words;
  readonly isYourTurn: boolean;
  readonly meetsAt: Temporal.Instant | null;
  readonly today: Temporal.PlainDate;
}

function PairCard(props: CardProps): VNode {
  const t = useWords(pairsMessages);
  const { pair, stands, name, isYourTurn } = props;
  return (
    <Card
      title={t(stands, { name })}
      level={2}
      accent={isYourTurn}
      actions={
        <Button kind={isYourTurn ? 'main' : undefined} href={pairsPaths.pair({ id: pair.id })}>
          {t(isYourTurn ? 'ahead_proposal_look' : 'ahead_to_pair')}
        </Button>
      }
    >
      <p>{useWhere(props)}</p>
    </Card>
  );
}

/** Until when, when, or how far. */
function useWhere({ pair, stands, isYourTurn, meetsAt, today }: CardProps): Words {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  if (isYourTurn) return pair.answerBy && t('proposal_until', { until: formats.dayTime(pair.answerBy) });
  if (meetsAt) return formats.dayTime(meetsAt);
  if (stands === 'proposal_waiting_title') return t('proposal_waiting_text');
  if (!hasBegun(pair)) return t('agree_yes_said');
  if (pair.state === 'paused') return t('resting_title');
  return (
    <>
      {t('months_nth', { month: monthOf(pair, today) })}
      <br />
      {t('months_lead', { day: formats.day(pair.endsOn.subtract({ days: 1 })) })}
    </>
  );
}
