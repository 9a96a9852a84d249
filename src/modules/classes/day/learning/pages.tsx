import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  EmptyState,
  Heading,
  OwnWords,
  PageHead,
  StatusChip,
} from '../../../../ui/index.ts';
import { childrenPaths } from '../../children/paths.ts';
import type { Child } from '../../children/types.ts';
import type { Session } from '../../types.ts';
import { dayPaths } from '../paths.ts';
import type { Incident } from '../store/incidents.ts';
import type { CanDo, LearningRecord } from '../store/learning.ts';
import { dayMessages } from '../words.ts';
import { Flowers } from './flower.tsx';
import { recordForm } from './record-form.tsx';

interface RecordProps {
  readonly session: Session;
  readonly child: Child;
  readonly form: FormState;
  /** What somebody else has written since the form was drawn. */
  readonly meanwhile: LearningRecord | null;
}

/** Where a tutor writes what a child did. */
export function RecordPage({ session, child, form, meanwhile }: RecordProps): VNode {
  const t = useWords(dayMessages);
  const { day } = useFormats();
  return (
    <>
      <PageHead
        title={t('record_of', { name: child.name })}
        lead={day(session.startsAt)}
        back={{ href: dayPaths.day({ id: session.id }), label: t('day_title') }}
      />
      <p>{t('record_lead')}</p>
      {meanwhile && (
        <section class="stack">
          <Heading level={2}>{t('record_meanwhile')}</Heading>
          <OneDay record={meanwhile} />
        </section>
      )}
      <FilledIn
        of={recordForm}
        form={form}
        action={dayPaths.record({ id: session.id, childId: child.id })}
        hidden={{
          drawn: form.value('drawn'),
          seenAt: meanwhile?.writtenAt.toString() ?? form.value('seenAt'),
        }}
        button={t('record_save')}
      />
    </>
  );
}

interface LearningProps {
  readonly child: Child;
  readonly canDo: readonly CanDo[];
  readonly records: readonly LearningRecord[];
  readonly incidents: readonly Incident[];
  readonly code: VNode | null;
}

/** What a family reads: the words for the door, what their child can do, what was done each day. */
export function LearningPage({ child, canDo, records, incidents, code }: LearningProps): VNode {
  const t = useWords(dayMessages);
  const { dayTime } = useFormats();
  return (
    <>
      <PageHead
        title={t('learning_of', { name: child.name })}
        back={{ href: childrenPaths.one({ id: child.id }), label: t('back_to_child') }}
      />
      {code}
      {incidents.length > 0 && (
        <section>
          <Heading level={2}>{t('incidents')}</Heading>
          <ul>
            {incidents.map(({ kind, happenedAt }) => (
              <li>
                {t(`incident_${kind}`)} · {dayTime(happenedAt)}
              </li>
            ))}
          </ul>
          <p>{t('incidents_family')}</p>
        </section>
      )}
      <Heading level={2}>{t('can_do')}</Heading>
      <Flowers canDo={canDo} />
      <Heading level={2}>{t('days')}</Heading>
      {records.length === 0 && <EmptyState title={t('no_day_yet')} />}
      {records.map((record) => (
        <OneDay record={record} />
      ))}
      <Heading level={2}>{t('for_school')}</Heading>
      <p>{t('for_school_text')}</p>
      <Actions>
        <Button href={dayPaths.schoolPaper({ id: child.id })}>{t('school_paper')}</Button>
      </Actions>
    </>
  );
}

function OneDay({ record }: { readonly record: LearningRecord }): VNode {
  const t = useWords(dayMessages);
  const { day, list } = useFormats();
  const { activities, phrases, said } = record;
  return (
    <Card>
      <Heading level={3}>{day(record.startsAt)}</Heading>
      {activities.length > 0 && <p class="quiet">{list(activities.map((one) => t(`activity_${one}`)))}</p>}
      {phrases.length > 0 && (
        <ul>
          {phrases.map((one) => (
            <li>{t(`phrase_${one}`)}</li>
          ))}
        </ul>
      )}
      {said && (
        <>
          <p>
            <StatusChip tone="plain">{t('free_words')}</StatusChip>
          </p>
          <OwnWords as="p">{said}</OwnWords>
        </>
      )}
    </Card>
  );
}
