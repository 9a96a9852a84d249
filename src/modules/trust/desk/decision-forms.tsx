import type { VNode } from 'preact';
import { ActForm, Decision } from '../../../kits/acts/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, Checkbox, Link, Notice, TextArea } from '../../../ui/index.ts';
import { Composer } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { obstaclesToApproval } from '../standing/rules.ts';
import { fileForms, shownIn } from './file-forms.ts';
import type { FileProps } from './person-file.ts';
import { nextStaffAct, placeOfAct } from './rules.ts';

/** Approving and declining an application, with what still stands in the way. Nothing without one that waits. */
export function DecisionForms(props: FileProps): VNode | null {
  const words = useWords(trustStaffMessages);
  const { standing } = props.file;
  if (standing.application?.state !== 'submitted') return null;
  const act = nextStaffAct(standing, props.now);
  const place = placeOfAct(act);
  const said = words('next_act_is', { act: words(`act_${act}`) });
  return (
    <Card id="next" level={2} accent title={place ? <Link href={place}>{said}</Link> : said}>
      <ApprovalForm {...props} />
      <DecliningForm {...props} />
    </Card>
  );
}

function ApprovalForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { file, form } = props;
  const { standing } = file;
  const names = standing.missing.map((step) => trustStaffMessages.in(locale).plain(`step_${step}`));
  const isFree = obstaclesToApproval(standing).length === 0;
  const reason =
    names.length > 0 ? words('still_missing', { steps: formats.list(names) }) : words('person_is_suspended');
  return (
    <ActForm
      table={fileForms}
      act="approval"
      of={shownIn(props)}
      kind="main"
      button={words('approve')}
      whyNot={isFree ? undefined : reason}
    >
      {isFree && file.unready.length > 0 && <NotReady {...props} />}
      {isFree && (
        <TextArea
          {...form.field('approvalReason')}
          label={words('approval_reason')}
          hint={words('for_staff_only')}
          rows={2}
          maxLength={1000}
          optional
        />
      )}
    </ActForm>
  );
}

/** Approved like this, nobody would ask them: said before, and ticked, so that it is no accident. */
function NotReady({ file, form }: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  return (
    <Notice tone="notice" title={words('unready_title')}>
      <ul>
        {file.unready.map((what) => (
          <li>{words(`unready_${what}`)}</li>
        ))}
      </ul>
      <Checkbox {...form.field('knownUnready')} value="yes" label={words('unready_known')} />
    </Notice>
  );
}

function DecliningForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { file, form } = props;
  return (
    <Decision
      table={fileForms}
      act="declining"
      of={shownIn(props)}
      kind="danger"
      summary={words('decline')}
      button={words('decline')}
    >
      <Composer
        form={form}
        name="decliningWords"
        readers={file.readers}
        label={words('declining_words')}
        hint={words('declining_words_hint')}
        rows={3}
        maxLength={1000}
      />
      <TextArea
        {...form.field('decliningReason')}
        label={words('reason')}
        hint={words('for_staff_only')}
        rows={2}
        maxLength={1000}
        optional
      />
    </Decision>
  );
}
