import type { VNode } from 'preact';
import { ActForm, Press } from '../../../kits/acts/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Card,
  Disclosure,
  EmptyState,
  FormErrors,
  Heading,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Radios,
} from '../../../ui/index.ts';
import type { MatterAppointment } from '../appointment/store.ts';
import { talkLanguageName } from '../ask/form.ts';
import { consultationPaths } from '../paths.ts';
import type { OpensAs } from '../room/may-open.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { interpretingForms } from './acts.ts';
import { fitsWish, type Interpreter, type InterpreterWish, TIES } from './rules.ts';
import type { Interpreting } from './store/interpretings.ts';
import { termsOf } from './terms.ts';

/** What the page of who interprets shows. */
export interface Found {
  readonly matter: Matter;
  readonly as: OpensAs;
  /** What is still to come. */
  readonly appointment: MatterAppointment | null;
  readonly interpreting: Interpreting | null;
  readonly chosen: Interpreter | null;
  readonly wish: InterpreterWish | null;
  readonly interpreters: readonly Interpreter[];
}
type Props = Found & { readonly form: FormState };

const ofForm = ({ matter, form }: Props) => ({ id: matter.id, state: matter.state, form });
const mayAct = ({ as, matter, appointment }: Found) =>
  as === 'keeper' && matter.state !== 'closed' && appointment !== null;

/** Who interprets when whoever has asked and their coordinator speak: the wish, who comes, whom to choose, and what they get. */
export function InterpretingPage(props: Props): VNode {
  const { matter, appointment, chosen, wish, form } = props;
  const t = useWords(consultationStaffMessages);
  const { span } = useFormats();
  return (
    <>
      <PageHead
        title={t('interpreter_of_matter', { number: numberOfMatter(matter) })}
        lead={t('interpreter_lead', { language: talkLanguageName(matter.language, useLocale()) })}
        back={{
          href: consultationPaths.deskConsultation(matter),
          label: t('desk_matter', { number: numberOfMatter(matter) }),
        }}
      />
      <FormErrors refusals={form.refusals} />
      {wish && <Notice title={t(`resident_wishes_${wish}`)}>{t('resident_wishes_text')}</Notice>}
      {appointment ? (
        <p>{span(appointment.startsAt, appointment.endsAt)}</p>
      ) : (
        <EmptyState title={t('interpreter_no_appointment')}>
          {t('interpreter_no_appointment_text')}
        </EmptyState>
      )}
      {chosen && <Chosen {...props} chosen={chosen} />}
      {mayAct(props) && <Choosing {...props} />}
      <Terms {...props} />
    </>
  );
}

function Chosen(props: Props & { readonly chosen: Interpreter }): VNode {
  const { chosen, interpreting } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <Card level={2} title={<OwnWords>{chosen.name}</OwnWords>}>
      <p>{t(`skill_${chosen.skill}`)}</p>
      {interpreting && <p>{t(`tie_${interpreting.tie}`)}</p>}
      {mayAct(props) && (
        <Press
          table={interpretingForms}
          of={ofForm(props)}
          act="ended"
          confirm={t('interpreter_release_text')}
        >
          {t('interpreter_release')}
        </Press>
      )}
    </Card>
  );
}

function Choosing(props: Props): VNode {
  const { interpreters, chosen, wish, form } = props;
  const t = useWords(consultationStaffMessages);
  const others = interpreters.filter(({ id }) => id !== chosen?.id);
  if (others.length === 0)
    return (
      <EmptyState title={t('interpreter_nobody')}>
        <Link href={consultationPaths.deskInterpreters()}>{t('interpreters')}</Link>
      </EmptyState>
    );
  return (
    <section>
      <Heading level={2}>{t(chosen ? 'interpreter_another' : 'interpreter_choose')}</Heading>
      <p>{t('interpreter_choose_text')}</p>
      <ActForm
        table={interpretingForms}
        of={ofForm(props)}
        act="choices"
        kind="main"
        button={t('interpreter_choose_go')}
      >
        <Radios
          {...form.field('interpreterId')}
          label={t('interpreter')}
          choices={others.map((one) => ({
            value: one.id,
            label: [
              one.name,
              t.plain(`skill_${one.skill}`),
              ...(wish && !fitsWish(one, wish) ? [t.plain('interpreter_not_as_wished')] : []),
              ...(one.times === '' ? [] : [one.times]),
            ].join(' · '),
          }))}
        />
        <Radios
          {...form.field('tie')}
          label={t('tie')}
          hint={t('tie_hint')}
          choices={TIES.map((value) => ({ value, label: t(`tie_${value}`) }))}
        />
      </ActForm>
    </section>
  );
}

/** Exactly what the interpreter gets to prepare with. */
function Terms({ matter }: Props): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <Disclosure summary={t('interpreter_terms')}>
      <p>{t('interpreter_terms_text')}</p>
      <ul>
        {termsOf(matter.field).map(({ japanese, reading, english }) => (
          <li>
            <span lang="ja">
              {japanese}（{reading}）
            </span>{' '}
            <span lang="en">{english}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
