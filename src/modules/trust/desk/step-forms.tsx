import type { VNode } from 'preact';
import { Decision } from '../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Heading, Link, OwnWords, Radios, TextField } from '../../../ui/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { isOnTheWay } from '../rules.ts';
import { lastDay } from '../volunteering/rules.ts';
import { fileForms, shownIn } from './file-forms.ts';
import type { FileProps } from './person-file.ts';
import { fileChecksOf } from './rules.ts';

/** What a coordinator records: trainings, checks, insurance. Nothing for somebody who hasn't applied. */
export function StepForms(props: FileProps): VNode | null {
  const words = useWords(trustStaffMessages);
  if (!isOnTheWay(props.file.standing.application)) return null;
  return (
    <>
      <Heading level={2} id="records">
        {words('records_title')}
      </Heading>
      <Trainings {...props} />
      <TrainingForm {...props} />
      {fileChecksOf(props.file.standing).length > 0 && <CheckForm {...props} />}
      <p>
        <Link href={trustPaths.clearances()}>{words('clearances_title')}</Link>
      </p>
      <Insurance {...props} />
      <InsuranceForm {...props} />
    </>
  );
}

function Trainings(props: FileProps): VNode | null {
  const formats = useFormats();
  const trainings = props.file.completions.filter(({ step }) => step === 'training');
  if (trainings.length === 0) return null;
  return (
    <ul>
      {trainings.map(({ doneOn, words }) => (
        <li>
          {formats.day(doneOn)} {words && <OwnWords>{words}</OwnWords>}
        </li>
      ))}
    </ul>
  );
}

function TrainingForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { form } = props;
  return (
    <Decision
      table={fileForms}
      act="trainings"
      of={shownIn(props)}
      summary={words('record_training')}
      button={words('record_training')}
    >
      <TextField {...form.field('trainingTitle')} label={words('training_title')} />
      <TextField {...form.field('trainedOn')} type="date" width="short" label={words('done_on')} />
    </Decision>
  );
}

function CheckForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { file, form } = props;
  return (
    <Decision
      table={fileForms}
      act="checks"
      of={shownIn(props)}
      summary={words('record_check')}
      button={words('record_check')}
    >
      <Radios
        {...form.field('check')}
        label={words('check')}
        hint={words('check_hint')}
        choices={fileChecksOf(file.standing).map((value) => ({ value, label: words(`step_${value}`) }))}
      />
      <TextField {...form.field('checkedOn')} type="date" width="short" label={words('done_on')} />
    </Decision>
  );
}

function Insurance(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const formats = useFormats();
  const { insurance, standing } = props.file;
  const isLacking = standing.needsInsurance && !standing.insurance;
  return (
    <>
      <Heading level={3}>{words('insurance_title')}</Heading>
      {isLacking && <p>{words('insurance_is_missing')}</p>}
      <ul>
        {insurance.map(({ fiscalYear, plan, startsOn, untilOn }) => (
          <li>
            {words('insurance_year', { year: String(fiscalYear) })} <span dir="auto">{plan}</span>{' '}
            {words('from_to', { from: formats.day(startsOn), to: formats.day(lastDay(untilOn)) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function InsuranceForm(props: FileProps): VNode {
  const words = useWords(trustStaffMessages);
  const { form } = props;
  return (
    <Decision
      table={fileForms}
      act="insurance"
      of={shownIn(props)}
      summary={words('record_insurance')}
      button={words('record_insurance')}
    >
      <TextField
        {...form.field('plan')}
        label={words('insurance_plan')}
        hint={words('insurance_plan_hint')}
      />
      <TextField
        {...form.field('insuredFromOn')}
        type="date"
        width="short"
        label={words('insured_from_on')}
        hint={words('insured_from_on_hint')}
      />
    </Decision>
  );
}
