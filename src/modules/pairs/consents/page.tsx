import { defineForm, FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { missing, page, type Route, redirect } from '../../../platform/web/route.ts';
import { DataTable, Heading, PageHead } from '../../../ui/index.ts';
import { aboutOwn, findOwn } from '../applications/own/routes.tsx';
import { askConsents } from '../apply/form.ts';
import { consentsIn } from '../apply/read.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { FURTHER_CONSENTS, PROFILE_PARTS } from './kinds.ts';
import { type Consent, listConsents, setConsents } from './store.ts';

const consentsForm = defineForm(pairsMessages, askConsents);

/** What somebody lets us do beyond the pair itself: given and taken back at any time, with the days of both. */
export const consentsRoutes: readonly Route[] = formRoutes({
  path: pairsPaths.consents,
  access: 'person',
  audit: 'pairs.consents.changed',
  of: consentsForm,
  async begin(call) {
    const own = await findOwn(call);
    if (!own) return null;
    const given = (await listConsents(call.db, own.id)).filter(({ takenBackAt }) => !takenBackAt);
    const kinds = new Set<string>(given.map(({ kind }) => kind));
    return {
      shown: PROFILE_PARTS.filter((part) => kinds.has(`profile_${part}`)),
      further: FURTHER_CONSENTS.filter((kind) => kinds.has(kind)),
    };
  },
  async show(call, form) {
    const own = await findOwn(call);
    if (!own) return missing();
    const t = pairsMessages.in(call.locale);
    const consents = await listConsents(call.db, own.id);
    return page(
      t.plain('consents_title'),
      <>
        <PageHead
          title={t('consents_title')}
          lead={t('consents_lead')}
          back={{ href: pairsPaths.own(), label: t('back_to_pairs') }}
        />
        <FilledIn of={consentsForm} form={form} action={pairsPaths.consents()} button={t('keep_consents')} />
        {consents.length > 0 && <Given consents={consents} />}
      </>,
    );
  },
  async save(call) {
    const own = await findOwn(call);
    if (!own) return missing();
    await setConsents(call.db, own.id, { kinds: consentsIn(call.fields), now: call.now });
    await call.audit(aboutOwn(own));
    const text = pairsMessages.in(call.locale).noted('consents_were_kept');
    return redirect(pairsPaths.consents(), { tone: 'done', text });
  },
});

function Given({ consents }: { readonly consents: readonly Consent[] }) {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  return (
    <>
      <Heading level={2}>{t('consents_history')}</Heading>
      <DataTable
        caption={t('consents_history')}
        captionHidden
        rows={consents}
        columns={[
          { key: 'kind', head: t('consent_to'), rowHead: true, cell: ({ kind }) => t(`consent_${kind}`) },
          {
            key: 'given',
            head: t('consent_given'),
            needsHead: true,
            cell: ({ givenAt }) => formats.dayTime(givenAt),
          },
          {
            key: 'taken',
            head: t('consent_taken_back'),
            needsHead: true,
            cell: ({ takenBackAt }) => (takenBackAt ? formats.dayTime(takenBackAt) : t('consent_holds')),
          },
        ]}
      />
    </>
  );
}
