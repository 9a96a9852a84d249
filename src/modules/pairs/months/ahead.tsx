import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { AheadItem, AheadReader } from '../../../platform/parts/ahead.ts';
import { Button, Card } from '../../../ui/index.ts';
import { findPersons, nameFor } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { listWaitingFor } from './store/check-ins.ts';

/** What is asked of somebody about their pair: one tap to the form. */
export async function monthsAhead(db: Database, reader: AheadReader): Promise<readonly AheadItem[]> {
  const waiting = await listWaitingFor(db, reader.personId);
  const others = await findPersons(
    db,
    waiting.map(({ otherId }) => otherId),
  );
  return waiting.map(({ pairId, otherId, askedAt }) => {
    const other = others.get(otherId);
    const name = other ? nameFor(other, reader.locale, 'counterpart').words : '';
    return { at: askedAt, card: <CheckInCard pairId={pairId} name={name} />, isYourTurn: true };
  });
}

/** How is it going? */
export function CheckInCard({ pairId, name }: { pairId: string; name: Words }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Card
      title={t('check_in_title')}
      level={2}
      accent
      actions={
        <Button kind="main" href={pairsPaths.checkIn({ id: pairId })}>
          {t('check_in_answer')}
        </Button>
      }
    >
      <p>{t('check_in_card', { name })}</p>
    </Card>
  );
}
