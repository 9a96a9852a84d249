import type { VNode } from 'preact';
import type { Database } from '../../../../platform/database/connect.ts';
import { TIME_ZONE } from '../../../../platform/languages/formats.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Notice } from '../../../../ui/index.ts';
import { type HandoverCode, sayCode } from '../door/rules/code-words.ts';
import { dayMessages } from '../words.ts';

/** The words for the door of a child's next class. */
interface ComingCode {
  readonly code: HandoverCode;
  readonly startsAt: Temporal.Instant;
}

/** @returns null where the child has no seat in a class of today or later */
export async function findFamilyCode(
  db: Database,
  childId: string,
  today: Temporal.PlainDate,
): Promise<ComingCode | null> {
  const row = await db
    .selectFrom('classes.handover_codes as c')
    .innerJoin('classes.sessions as s', 's.id', 'c.session_id')
    .innerJoin('classes.seats as t', (join) =>
      join.onRef('t.session_id', '=', 'c.session_id').onRef('t.child_id', '=', 'c.child_id'),
    )
    .select(['c.first_word', 'c.second_word', 's.starts_at'])
    .where('c.child_id', '=', childId)
    .where('t.state', '=', 'taken')
    .where('s.state', '!=', 'cancelled')
    .where('s.starts_at', '>=', today.toZonedDateTime(TIME_ZONE).toInstant())
    .orderBy('s.starts_at')
    .executeTakeFirst();
  return row ? { code: { first: row.first_word, second: row.second_word }, startsAt: row.starts_at } : null;
}

/** What whoever fetches says at the door, in the words of the reader. */
export function FamilyCode({ of }: { readonly of: ComingCode }): VNode {
  const t = useWords(dayMessages);
  const { day } = useFormats();
  return (
    <Notice title={t('family_code', { day: day(of.startsAt) })}>
      <p>
        <b>{sayCode(of.code, useLocale())}</b>
      </p>
      <p>{t('family_code_text')}</p>
    </Notice>
  );
}
