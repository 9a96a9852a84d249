import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { AheadItem, AheadReader } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { findPersons, nameFor } from '../../people/index.ts';
import { haveMet, yesOf } from '../introduction/rules.ts';
import { findIntroduction } from '../introduction/store.ts';
import { pairsPaths } from '../paths.ts';
import { askedSides } from '../propose/rules.ts';
import type { Introduction, Pair, Side } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { otherSide, personOf, sideOf } from './over.ts';
import { listOnTheWayOf } from './store.ts';

type Waits =
  | 'ahead_proposal_title'
  | 'ahead_introduction_choose'
  | 'ahead_introduction_set'
  | 'ahead_introduction_answer';

/** Proposals that wait for somebody, and their first meeting: each with the way to its page. */
export async function pairAhead(db: Database, reader: AheadReader): Promise<readonly AheadItem[]> {
  const items: AheadItem[] = [];
  for (const pair of await listOnTheWayOf(db, reader.personId)) {
    const side = sideOf(pair, reader.personId);
    const introduction = pair.state === 'introduction' ? await findIntroduction(db, pair.id) : null;
    const waits = side && waitsFor(pair, side, { introduction, now: reader.now });
    if (!side || !waits) continue;
    const otherId = personOf(pair, otherSide(side));
    const other = (await findPersons(db, [otherId])).get(otherId);
    const name = other ? nameFor(other, reader.locale, 'counterpart').words : '';
    const isMeeting = waits === 'ahead_introduction_set';
    const at = isMeeting && introduction ? introduction.startsAt : pair.answerBy;
    items.push({
      at,
      isYourTurn: !isMeeting,
      card: <PairCard pair={pair} waits={waits} name={name} at={at} />,
    });
  }
  return items;
}

/** What of a pair on its way lies ahead of one side; null where the other is asked, or nothing is left to say. */
export function waitsFor(
  pair: Pair,
  side: Side,
  at: { readonly introduction: Introduction | null; readonly now: Temporal.Instant },
): Waits | null {
  if (pair.state !== 'introduction') return askedSides(pair).includes(side) ? 'ahead_proposal_title' : null;
  const { introduction, now } = at;
  if (!introduction || introduction.calledOffAt) return 'ahead_introduction_choose';
  if (!haveMet(introduction, now)) return 'ahead_introduction_set';
  return yesOf(pair, side) ? null : 'ahead_introduction_answer';
}

function PairCard(props: {
  readonly pair: Pair;
  readonly waits: Waits;
  readonly name: Words;
  readonly at: Temporal.Instant | null;
}): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { pair, waits, name, at } = props;
  const isMeeting = waits === 'ahead_introduction_set';
  const when = at && formats.dayTime(at);
  return (
    <Card
      title={t(waits, { name })}
      level={2}
      accent={!isMeeting}
      actions={
        <Button kind={isMeeting ? undefined : 'main'} href={pairsPaths.pair({ id: pair.id })}>
          {t(isMeeting ? 'ahead_to_pair' : 'ahead_proposal_look')}
        </Button>
      }
    >
      {when && <p>{isMeeting ? when : t('proposal_until', { until: when })}</p>}
    </Card>
  );
}
