import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { ActionForm, Card, Notice, OwnWords, PageHead } from '../../../../ui/index.ts';
import { Foods } from '../own/one-page.tsx';
import { childrenPaths } from '../paths.ts';
import { careOn, isReadable } from '../rules/care.ts';
import type { CareNote, Child } from '../types.ts';
import { childrenMessages } from '../words.ts';
import { careForm } from './form.ts';

interface HealthProps {
  readonly child: Child;
  readonly notes: readonly CareNote[];
  readonly today: Temporal.PlainDate;
  readonly form: FormState;
}

/** What there is to know of a child's health: said, taken back, or that there is nothing. */
export function HealthPage({ child, notes, today, form }: HealthProps): VNode {
  const t = useWords(childrenMessages);
  const { id, name } = child;
  const care = careOn(child, notes, today);
  return (
    <>
      <PageHead
        title={t('health_title', { name })}
        lead={t('health_lead')}
        back={{ href: childrenPaths.one({ id }), label: t('back_to_child', { name }) }}
      />
      {care.kind !== 'notes' && (
        <Notice tone={care.kind === 'nothing' ? 'good' : 'notice'}>{t(`health_${care.kind}`)}</Notice>
      )}
      {notes.map((note) => (
        <Note note={note} childId={id} isOver={!isReadable(note, today)} />
      ))}
      {notes.length === 0 && care.kind !== 'nothing' && (
        <ActionForm action={childrenPaths.noHealth({ id })} confirm={t('health_none_text')}>
          {t('health_none')}
        </ActionForm>
      )}
      <section class="stack">
        <h2>{t('health_add')}</h2>
        <FilledIn of={careForm} form={form} action={childrenPaths.health({ id })} button={t('health_add')} />
      </section>
    </>
  );
}

function Note({
  note,
  childId,
  isOver,
}: {
  readonly note: CareNote;
  readonly childId: string;
  readonly isOver: boolean;
}): VNode {
  const t = useWords(childrenMessages);
  const { day } = useFormats();
  return (
    <Card
      title={t(`care_${note.kind}`)}
      level={2}
      actions={
        <ActionForm
          action={childrenPaths.healthWithdrawal({ id: childId })}
          hidden={{ noteId: note.id }}
          confirm={t('health_take_back_text')}
        >
          {t('health_take_back')}
        </ActionForm>
      }
    >
      <NoteWords note={note} />
      <p class="quiet">{isOver ? t('health_lapsed') : t('health_until', { day: day(note.consentUntil) })}</p>
    </Card>
  );
}

/** What a note says. */
export function NoteWords({ note }: { readonly note: CareNote }): VNode {
  const t = useWords(childrenMessages);
  return (
    <>
      {note.foods.length > 0 && (
        <p>
          <b>
            <Foods foods={note.foods} />
          </b>
        </p>
      )}
      {note.what && <OwnWords as="p">{note.what}</OwnWords>}
      {note.whatToDo && (
        <>
          <p class="quiet">{t('care_do')}</p>
          <OwnWords as="p">{note.whatToDo}</OwnWords>
        </>
      )}
    </>
  );
}
