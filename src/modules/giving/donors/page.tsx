import type { VNode } from 'preact';
import { readFurigana } from '../../../japanese/furigana.ts';
import {
  defineForm,
  FilledIn,
  formRoutes,
  line,
  oneOf,
  pick,
  tick,
  unseen,
} from '../../../kits/forms/index.ts';
import { LOCALES, localeFacts } from '../../../platform/languages/locales.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { choice, wholeNumber } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { missing, page, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { Heading, Link, OwnWords, PageHead, PersonName } from '../../../ui/index.ts';
import { callName, findPersons, type Person } from '../../people/index.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { type Beside, DonorBeside, readBeside } from './beside.tsx';
import { editDonor } from './edit.ts';
import { donorName, optionalLine, optionalMail, optionalName } from './fields.ts';
import { type DonorChange, listChanges } from './store/changes.ts';
import { type Donor, findDonor } from './store.ts';

const KINDS = ['person', 'organization'] as const;
const WISHES = ['none', 'each', 'yearly'] as const;

const donorForm = defineForm(
  givingStaffMessages,
  [
    line('name', donorName, { autocomplete: 'off' }),
    line('kana', optionalName, { hint: 'donor_kana_hint', autocomplete: 'off' }),
    line('email', optionalMail, { type: 'email', autocomplete: 'off' }),
    line('address', optionalLine(300), { autocomplete: 'off' }),
    oneOf('kind', choice(KINDS), {
      choices: (locale) =>
        KINDS.map((value) => ({ value, label: givingStaffMessages.in(locale)(`donor_is_${value}`) })),
    }),
    pick('locale', choice(LOCALES), {
      label: 'donor_locale',
      options: () => LOCALES.map((value) => ({ value, label: readFurigana(localeFacts[value].name) })),
    }),
    oneOf('receiptWish', choice(WISHES), {
      choices: (locale) =>
        WISHES.map((value) => ({ value, label: givingStaffMessages.in(locale)(`donor_receipt_${value}`) })),
    }),
    tick('receiptByPost'),
    tick('wantsLetters'),
    unseen('version', wholeNumber(1, 999_999_999)),
  ],
  { label: (name) => `donor_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}` },
);

/** One donor: what they gave, what is written of them, and what it was before. */
export const donorRoutes: readonly Route[] = formRoutes({
  path: givingPaths.donor,
  access: ['treasurer'],
  audit: 'giving.donor.changed',
  looking: 'giving.donor.viewed',
  about: ({ params }) => ({ object: { kind: 'giving.donor', id: params.id } }),
  of: donorForm,
  begin: ({ db, params }) => findDonor(db, params.id),
  async show({ db, params, locale, now }, form) {
    const donor = await findDonor(db, params.id);
    if (!donor) return missing();
    const changes = await listChanges(db, donor.id);
    const persons = await findPersons(
      db,
      changes.flatMap(({ by }) => by ?? []),
    );
    const title = givingStaffMessages.in(locale).plain('donor_title');
    const beside = await readBeside(db, donor, now);
    return page(title, <DonorPage {...{ donor, changes, persons, form, beside }} />);
  },
  async save({ db, params, fields: { version, ...fields }, actor, now, locale, audit }) {
    const by = { personId: actor.personId, now };
    const edited = await editDonor(db, params.id, { fields, version, by });
    if (!edited.ok) return refusedBy(edited.refusal);
    const { id, personId } = edited.value;
    await audit({ subjectIds: personId ? [personId] : [], object: { kind: 'giving.donor', id } });
    const text = givingStaffMessages.in(locale).noted('donor_was_saved');
    return redirect(givingPaths.donor({ id }), { tone: 'done', text });
  },
});

interface DonorProps {
  readonly donor: Donor;
  readonly changes: readonly DonorChange[];
  readonly persons: ReadonlyMap<string, Person>;
  readonly form: FormState;
  readonly beside: Beside;
}

function DonorPage(props: DonorProps): VNode {
  const t = useWords(givingStaffMessages);
  const { donor, form } = props;
  const { id, personId } = donor;
  return (
    <>
      <PageHead
        title={<PersonName>{donor.name}</PersonName>}
        back={{ href: givingPaths.donors(), label: t('donors_title') }}
      />
      <ul class="row" data-screen-only>
        <li>
          <Link href={`${givingPaths.gifts()}?donorId=${id}`}>{t('donor_gifts')}</Link>
        </li>
        <li>
          <Link href={`${givingPaths.newGift()}?donor=${id}`}>{t('gift_enter')}</Link>
        </li>
        <li>
          <Link href={`${givingPaths.donors()}?beside=${id}`}>{t('donor_look_beside')}</Link>
        </li>
        {personId && <li>{t('donor_has_account')}</li>}
      </ul>
      <FilledIn
        of={donorForm}
        form={form}
        action={givingPaths.donor({ id })}
        hidden={{ version: form.value('version') || String(donor.version) }}
        button={t('donor_save')}
        beside
      />
      <DonorBeside donor={donor} beside={props.beside} />
      <Changes {...props} />
    </>
  );
}

/** What each change replaced, with who changed it. */
function Changes({ changes, persons }: DonorProps): VNode | null {
  const t = useWords(givingStaffMessages);
  const locale = useLocale();
  const { dayTime } = useFormats();
  if (changes.length === 0) return null;
  const nameOf = (id: string | null) => {
    const person = id === null ? undefined : persons.get(id);
    return person ? <PersonName>{callName(person, locale)}</PersonName> : t('thanks_by_somebody');
  };
  return (
    <>
      <Heading level={2}>{t('donor_history')}</Heading>
      <ul>
        {changes.map(({ at, by, former }) => (
          <li>
            {t('donor_changed_by', { when: dayTime(at), name: nameOf(by) })}
            <ul>
              {Object.entries(former).map(([name, before]) => (
                <li>
                  {donorForm.label(name, locale)}:{' '}
                  {before ? <OwnWords>{before}</OwnWords> : t('donor_was_empty')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
