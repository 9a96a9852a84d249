import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { History } from '../../../../kits/scenes/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  FormErrors,
  Heading,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
} from '../../../../ui/index.ts';
import { callName, type Named } from '../../../people/index.ts';
import type { Guardianship } from '../../children/types.ts';
import type { Session } from '../../types.ts';
import { dayPaths } from '../paths.ts';
import type { Incident, IncidentLine } from '../store/incidents.ts';
import { dayMessages } from '../words.ts';
import { incidentForm, lineForm } from './forms.ts';

interface Reporting {
  readonly session: Session;
  readonly children: readonly { readonly id: string; readonly name: string }[];
  readonly form: FormState;
}

/** Where somebody who was there writes what went wrong. */
export function ReportPage({ session, children, form }: Reporting): VNode {
  const t = useWords(dayMessages);
  const id = session.id;
  return (
    <>
      <PageHead title={t('report_incident')} back={{ href: dayPaths.day({ id }), label: t('day_title') }} />
      <Notice tone="notice" title={t('help_first')}>
        {t('help_first_text')}
      </Notice>
      <FilledIn
        of={incidentForm(children)}
        form={form}
        action={dayPaths.incidents({ id })}
        button={t('report_send')}
      />
    </>
  );
}

export interface IncidentProps {
  readonly session: Session;
  readonly incident: Incident;
  readonly lines: readonly IncidentLine[];
  readonly childName: string | null;
  readonly guardians: readonly Pick<Guardianship, 'name' | 'phone'>[];
  readonly names: ReadonlyMap<string, Named>;
  readonly form: FormState;
  /** Coordinators close. */
  readonly mayClose: boolean;
}

/** What happened, line by line, and whether the family knows. */
export function IncidentPage(props: IncidentProps): VNode {
  const t = useWords(dayMessages);
  const { dayTime } = useFormats();
  const { session, incident, form, mayClose } = props;
  const on = { id: session.id, incidentId: incident.id };
  return (
    <>
      <PageHead
        title={t(`incident_${incident.kind}`)}
        lead={dayTime(incident.happenedAt)}
        back={{ href: dayPaths.day(on), label: t('day_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <Family {...props} />
      <Lines {...props} />
      {incident.closedAt ? (
        <p>{t('incident_is_closed_since', { when: dayTime(incident.closedAt) })}</p>
      ) : (
        <>
          <Heading level={2}>{t('write_on')}</Heading>
          <FilledIn of={lineForm} form={form} action={dayPaths.incident(on)} button={t('write_line')} />
          {mayClose && (
            <ActionForm action={dayPaths.incidentClosing(on)} confirm={t('close_text')}>
              {t('close_incident')}
            </ActionForm>
          )}
        </>
      )}
    </>
  );
}

function Family({ session, incident, childName, guardians }: IncidentProps): VNode | null {
  const t = useWords(dayMessages);
  const { dayTime } = useFormats();
  if (childName === null) return null;
  const on = { id: session.id, incidentId: incident.id };
  if (incident.toldAt)
    return <p>{t('family_told_at', { name: childName, when: dayTime(incident.toldAt) })}</p>;
  return (
    <Notice tone="notice" title={t('tell_family', { name: childName })}>
      <ul>
        {guardians.map(({ name, phone }) => (
          <li>
            <PersonName>{name}</PersonName> <a href={`tel:${phone}`}>{phone}</a>
          </li>
        ))}
      </ul>
      <ActionForm action={dayPaths.incidentTold(on)}>{t('family_is_told')}</ActionForm>
    </Notice>
  );
}

function Lines({ lines, names }: IncidentProps): VNode {
  const t = useWords(dayMessages);
  const locale = useLocale();
  return (
    <History
      title={t('timeline')}
      happenings={lines.map((line) => {
        const person = names.get(line.writtenBy);
        const name = person ? callName(person, locale) : t.plain('somebody');
        return {
          ...{ at: line.wasAt, title: <OwnWords>{line.said}</OwnWords> },
          by: (when) => t('line_by', { when, name }),
        };
      })}
    />
  );
}
