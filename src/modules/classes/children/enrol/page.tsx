import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { ActionForm, Actions, Card, PageHead } from '../../../../ui/index.ts';
import { childrenPaths } from '../paths.ts';
import type { Child } from '../types.ts';
import { childrenMessages } from '../words.ts';
import { enrolmentForm } from './form.tsx';

interface EnrolmentProps {
  readonly courseId: string;
  /** As the course is called for this reader. */
  readonly course: string;
  readonly form: FormState;
  /** Children of theirs who are not in it. */
  readonly known: readonly Child[];
}

/** A guardian enrols a child: one of whom everything was said by one press, another by this form. */
export function EnrolmentPage({ courseId, course, form, known }: EnrolmentProps): VNode {
  const t = useWords(childrenMessages);
  return (
    <>
      <PageHead
        title={t('enrol_title')}
        aside={course}
        lead={t('enrol_lead')}
        back={{ href: childrenPaths.mine(), label: t('back_to_children') }}
      />
      {known.length > 0 && (
        <Card title={t('enrol_siblings')} level={2}>
          <Actions>
            {known.map(({ id, name }) => (
              <ActionForm action={childrenPaths.siblings({ id: courseId })} hidden={{ childId: id }}>
                {t('enrol_known', { name })}
              </ActionForm>
            ))}
          </Actions>
        </Card>
      )}
      <FilledIn
        of={enrolmentForm}
        form={form}
        action={childrenPaths.enrolment({ id: courseId })}
        button={t('enrol_send')}
      />
    </>
  );
}
