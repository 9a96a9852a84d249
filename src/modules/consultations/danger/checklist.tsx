import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Card } from '../../../ui/index.ts';
import { type Danger, EmergencyPanel } from '../../safety/index.ts';
import { deskForms } from '../desk/forms.ts';
import type { DoneCheck } from '../store/danger.ts';
import type { Matter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { DANGER_CHECKS } from './checks.ts';

/** Where somebody may be in danger: the right numbers, and what is to be done, one after the other. */
export function DangerChecklist(props: {
  readonly matter: Matter;
  readonly dangers: readonly Danger[];
  readonly checks: readonly DoneCheck[];
  readonly mayAct: boolean;
  readonly form: FormState;
  nameOf(personId: string): string | null;
}): VNode {
  const { matter, dangers, checks, mayAct, form, nameOf } = props;
  const t = useWords(consultationStaffMessages);
  const { dayTime } = useFormats();
  return (
    <>
      <EmergencyPanel dangers={dangers} />
      <Card title={t('danger_title')} level={2} accent>
        <p>{t('danger_text')}</p>
        <ol>
          {DANGER_CHECKS.map((item) => {
            const done = checks.find((one) => one.item === item);
            return (
              <li>
                {t(`check_${item}`)}{' '}
                {done && t('check_done', { name: nameOf(done.byPersonId) ?? '', when: dayTime(done.at) })}
                {!done && mayAct && (
                  <ActForm
                    table={deskForms}
                    of={{ id: matter.id, state: matter.state, form }}
                    act="checks"
                    hidden={{ item }}
                    label={t.plain(`check_${item}`)}
                    button={t('check_go')}
                    children={null}
                  />
                )}
              </li>
            );
          })}
        </ol>
      </Card>
    </>
  );
}
