import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Card, EmptyState, PageHead } from '../../../../ui/index.ts';
import { classesPaths } from '../../paths.ts';
import { childrenPaths } from '../paths.ts';
import { missingOn, type WholeChild } from '../rules/complete.ts';
import type { SeatAhead } from '../store/ahead.ts';
import { childrenMessages } from '../words.ts';
import { CalledOff, ChildName, Missing, NextClasses, useSchoolYear } from './parts.tsx';

interface ListProps {
  readonly children: readonly WholeChild[];
  readonly seats: readonly SeatAhead[];
  readonly calledOff: readonly SeatAhead[];
  readonly today: Temporal.PlainDate;
}

/** A guardian's children, each with the next class. */
export function ListPage({ children, seats, calledOff, today }: ListProps): VNode {
  const t = useWords(childrenMessages);
  return (
    <>
      <PageHead title={t('my_children')} lead={t('my_children_lead')} />
      {children.length === 0 && (
        <EmptyState
          title={t('no_child_yet')}
          actions={<Button href={classesPaths.classes()}>{t('choose_course')}</Button>}
        >
          {t('no_child_yet_text')}
        </EmptyState>
      )}
      {children.map((whole) => (
        <OfChild
          whole={whole}
          seats={seats.filter(({ childId }) => childId === whole.child.id)}
          calledOff={calledOff.filter(({ childId }) => childId === whole.child.id)}
          today={today}
        />
      ))}
      {children.length > 0 && <Button href={classesPaths.classes()}>{t('enrol_another')}</Button>}
    </>
  );
}

function OfChild({
  whole,
  seats,
  calledOff,
  today,
}: { readonly whole: WholeChild } & Omit<ListProps, 'children'>): VNode {
  const t = useWords(childrenMessages);
  const { child } = whole;
  const missing = missingOn(whole, today);
  return (
    <Card
      title={<ChildName child={child} />}
      level={2}
      actions={
        <Button
          href={childrenPaths.one({ id: child.id })}
          label={t.plain('open_named', { name: child.name })}
        >
          {t('open_child')}
        </Button>
      }
    >
      <p class="quiet">{useSchoolYear(child, today)}</p>
      {missing.length > 0 && (
        <>
          <p>{t('missing_title')}</p>
          <Missing child={child} missing={missing} />
        </>
      )}
      <CalledOff seats={calledOff} />
      <NextClasses seats={seats.slice(0, 1)} />
    </Card>
  );
}
