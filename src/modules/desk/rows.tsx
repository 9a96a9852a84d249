import type { VNode } from 'preact';
import { instantAt } from '../../platform/clock.ts';
import type { Plain } from '../../platform/languages/keep-drawn.ts';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import type { DeskPart } from '../../platform/parts/desk-part.ts';
import { Button, PersonName, WorkRow } from '../../ui/index.ts';
import { deskMessages } from './messages.ts';
import { agoOf, isKeptBy, type Length, toneOf } from './rules.ts';
import type { DeskRow } from './types.ts';

/** What is shown of a row, as data: one that says the same is not drawn anew. Times in milliseconds. */
export type ShownRow = Pick<DeskRow, 'part' | 'id' | 'act' | 'urgency' | 'href'> & {
  readonly tone: 'danger' | 'soon' | null;
  readonly breaksAt: number;
  readonly thisYear: number;
  readonly ago: Length & { readonly kind: 'since' | 'left' | 'late' };
  readonly whose: string | null;
  readonly isOwn: boolean;
  readonly what: Plain;
};

/** Opens what a row says. */
export function shownRow(
  row: DeskRow,
  looking: { readonly readerId: string | null; readonly now: Temporal.Instant; readonly thisYear: number },
): ShownRow {
  const { readerId, now, thisYear } = looking;
  const { part, id, act, urgency, href, breaksAt, whose } = row;
  return {
    ...{ part, id, act, urgency, href, breaksAt: breaksAt.epochMilliseconds, thisYear },
    ...{ tone: toneOf(row, now), ago: agoOf(row, now), whose: whose?.name ?? null },
    ...{ isOwn: isKeptBy(row, readerId), what: row.what() },
  };
}

/** Draws a row as its module's part says it. */
export function deskRowView(parts: readonly DeskPart[]): (row: ShownRow) => VNode {
  const byName = new Map(parts.map((part) => [part.name, part]));
  return function DeskRowView(row) {
    const t = useWords(deskMessages);
    const { shortDayTime } = useFormats();
    const part = byName.get(row.part);
    if (!part) throw new Error(`nobody says what ${row.part} has on the desk`);
    const { act, title, apart, facts, where } = part.cells(row as never);
    const { kind, unit, count } = row.ago;
    return (
      <WorkRow
        id={row.id}
        tone={row.tone ?? undefined}
        when={row.urgency === 0 ? t('now') : shortDayTime(instantAt(row.breaksAt), row.thisYear)}
        ago={t(kind, { unit, count })}
        title={title}
        facts={facts}
        aside={where}
        whose={row.isOwn ? <b>{t('you')}</b> : row.whose ? <PersonName>{row.whose}</PersonName> : undefined}
        act={
          <Button href={row.href} kind={row.tone ? 'main' : 'quiet'}>
            {act}
            {apart && <span class="visually-hidden"> · {apart}</span>}
          </Button>
        }
      />
    );
  };
}
