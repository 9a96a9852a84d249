import type { VNode } from 'preact';
import { FilledIn } from '../../../kits/forms/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  EmptyState,
  Link,
  OwnWords,
  PageHead,
  StatusChip,
} from '../../../ui/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { interpreterForm } from './form.ts';
import type { Interpreter } from './rules.ts';

/** Who interprets, and whether they have promised to tell nobody; those who no longer do stand at the end. */
export function InterpretersPage({ interpreters }: { readonly interpreters: readonly Interpreter[] }): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={t('interpreters')}
        lead={t('interpreters_lead')}
        back={{ href: consultationPaths.deskConsultations(), label: t('desk_consultations') }}
      />
      <Actions>
        <Button href={consultationPaths.deskInterpreterNew()} kind="main">
          {t('interpreter_new')}
        </Button>
      </Actions>
      {interpreters.length === 0 && <EmptyState title={t('interpreters_none')} />}
      {interpreters.map((interpreter) => (
        <InterpreterCard interpreter={interpreter} />
      ))}
    </>
  );
}

function InterpreterCard({ interpreter }: { readonly interpreter: Interpreter }): VNode {
  const t = useWords(consultationStaffMessages);
  const locale = useLocale();
  const { day } = useFormats();
  const { leftAt, pledgedOn, languages, skill, times } = interpreter;
  return (
    <Card
      level={2}
      title={
        <Link href={consultationPaths.deskInterpreter(interpreter)}>
          <OwnWords>{interpreter.name}</OwnWords>
        </Link>
      }
      aside={
        leftAt || !pledgedOn ? (
          <StatusChip tone="plain">{t(leftAt ? 'interpreter_is_gone' : 'interpreter_no_pledge')}</StatusChip>
        ) : undefined
      }
    >
      <p>
        {[...languages.map((code) => talkLanguageName(code, locale)), t.plain(`skill_${skill}`)].join(' · ')}
      </p>
      {pledgedOn && <p>{t('interpreter_pledged', { day: day(pledgedOn) })}</p>}
      {times !== '' && <OwnWords as="p">{times}</OwnWords>}
    </Card>
  );
}

/** One interpreter, to change what holds of them, or to say that they are chosen no more. */
export function InterpreterPage(props: {
  readonly interpreter: Interpreter;
  readonly form: FormState;
}): VNode {
  const { interpreter, form } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={<OwnWords>{interpreter.name}</OwnWords>}
        back={{ href: consultationPaths.deskInterpreters(), label: t('interpreters') }}
      />
      <FilledIn
        of={interpreterForm}
        form={form}
        action={consultationPaths.deskInterpreter(interpreter)}
        button={t('interpreter_change_go')}
      />
      <Actions>
        <ActionForm id="leaving" action={consultationPaths.deskInterpreterLeaving(interpreter)}>
          {t(interpreter.leftAt ? 'interpreter_back_go' : 'interpreter_leave_go')}
        </ActionForm>
      </Actions>
    </>
  );
}
