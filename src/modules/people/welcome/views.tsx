import type { VNode } from 'preact';
import { z } from 'zod';
import { BareForm, defineForm, line, oneOf, Refusals, typed, unseen } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { choice } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { backPath } from '../../../platform/web/passage/back-path.ts';
import { ChoiceCards, Notice, PageHead } from '../../../ui/index.ts';
import { optionalText } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { mailLanguages } from '../profile/form.tsx';
import { ownName, WISHES, type Wish } from './commands.ts';

const PICTURES = { be_helped: 'paper', help: 'doors', both: 'tea' } as const;

const name = line('name', ownName, { hint: 'name_hint', autocomplete: 'name' });

/** The one question to whoever is welcomed in passing (`welcomeByName`), within another form. */
export const nameForm = defineForm(peopleMessages, [name]);

/** A few questions to whoever has just come. */
export const welcomeForm = defineForm(peopleMessages, [
  name,
  {
    name: 'wish',
    schema: choice(WISHES, 'choose_what_you_want'),
    type: typed,
    draw: ({ field, locale }) => {
      const words = peopleMessages.in(locale);
      const choices = WISHES.map((value) => ({
        value,
        label: words(`wish_${value}`),
        hint: value === 'both' ? undefined : words(`wish_${value}_hint`),
        picture: PICTURES[value],
      }));
      return <ChoiceCards {...field} choices={choices} />;
    },
  },
  line('phone', optionalText(40), {
    hint: 'welcome_phone_hint',
    type: 'tel',
    autocomplete: 'tel',
    width: 'medium',
  }),
  oneOf('locale', choice(LOCALES), {
    label: 'mail_language',
    hint: 'mail_language_hint',
    choices: () => mailLanguages,
  }),
  unseen('back', z.string().optional().transform(backPath)),
]);

/** The first page after signing in for the first time: a few questions, then everything is open. */
export function WelcomePage(props: {
  form: FormState;
  /** Whether what they had filled in before signing in waits for them. */
  isFormKept: boolean;
  /** Why they have come; null: to be asked. */
  wish: Wish | null;
}): VNode {
  const words = useWords(peopleMessages);
  const { form, wish } = props;
  return (
    <>
      <PageHead title={words('welcome_title')} lead={words('welcome_lead')} />
      <Refusals of={welcomeForm} form={form} />
      {props.isFormKept && <Notice tone="info">{words('welcome_kept')}</Notice>}
      <BareForm
        of={welcomeForm}
        form={form}
        without={wish ? ['wish'] : []}
        action={housePaths.welcome()}
        hidden={{ back: form.value('back'), ...(wish && { wish }) }}
        button={words('welcome_go')}
      />
    </>
  );
}
