import type { VNode } from 'preact';
import { FilledIn, type FormOf, formRoutes } from '../../../../kits/forms/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ownId } from '../../../../platform/permissions.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { missing, page, type Route, redirect, refusedBy } from '../../../../platform/web/route.ts';
import { PageHead } from '../../../../ui/index.ts';
import { detailsForm, familyForm, photosForm } from '../enrol/form.tsx';
import { isNoFirstOfApril, readChild } from '../enrol/routes.tsx';
import { publish } from '../events.ts';
import { childrenPaths } from '../paths.ts';
import { guardian } from '../relations.ts';
import { findChild, lockChild, updateChild, updatePhotos } from '../store/children.ts';
import {
  listGuardianIds,
  listGuardianships,
  updateCustody,
  updateOwnGuardianship,
} from '../store/guardianships.ts';
import type { Child, Guardianship } from '../types.ts';
import { childrenMessages } from '../words.ts';

interface Said {
  readonly child: Child;
  /** That of whoever looks. */
  readonly own: Guardianship;
}

interface Part<Typed> {
  readonly path: (typeof childrenPaths)['details' | 'family' | 'photos'];
  readonly of: FormOf<Typed>;
  readonly title: 'details_title' | 'family_title' | 'photos_title';
  readonly audit: string;
  begin(said: Said): Partial<NoInfer<Typed>>;
  save(
    tx: Tx,
    said: Said,
    change: { readonly fields: NoInfer<Typed>; readonly by: string; readonly now: Temporal.Instant },
  ): Promise<Outcome<null>>;
}

/** One part of what is said of a child: its form, filled in as it stands, and saved for whoever is a guardian. */
function partOf<Typed>(part: Part<Typed>): readonly Route[] {
  const { of, title, path, audit } = part;
  return formRoutes({
    path: path as (typeof childrenPaths)['details'],
    access: [guardian],
    audit,
    of,
    async begin({ db, params, actor }) {
      const said = await findSaid(db, params.id, ownId({ actor }));
      return said ? part.begin(said) : null;
    },
    async show({ db, params, locale }, form) {
      const child = await findChild(db, params.id);
      if (!child) return missing();
      const shown = { of: of as FormOf, title, path: path as (typeof childrenPaths)['details'], child, form };
      return page(childrenMessages.in(locale).plain(title, { name: child.name }), <ChangePage {...shown} />);
    },
    async save({ db, params, fields, actor, now, locale, audit: record }) {
      const by = ownId({ actor });
      await lockChild(db, params.id);
      const said = await findSaid(db, params.id, by);
      if (!said) return missing();
      const done = await part.save(db, said, { fields, by, now });
      if (!done.ok) return refusedBy(done.refusal);
      await record({
        subjectIds: await listGuardianIds(db, [params.id]),
        object: { kind: 'classes.child', id: params.id },
      });
      return redirect(childrenPaths.one(params), saved(locale));
    },
  });
}

const saved = (locale: Locale) =>
  ({ tone: 'done', text: childrenMessages.in(locale).noted('child_is_saved') }) as const;

async function findSaid(
  db: Tx | Parameters<typeof findChild>[0],
  id: string,
  personId: string,
): Promise<Said | null> {
  const child = await findChild(db, id);
  const own = (await listGuardianships(db, [id])).find((one) => one.personId === personId);
  return child && own ? { child, own } : null;
}

function ChangePage(props: {
  readonly of: FormOf;
  readonly title: Part<unknown>['title'];
  readonly path: (typeof childrenPaths)['details'];
  readonly child: Child;
  readonly form: FormState;
}): VNode {
  const t = useWords(childrenMessages);
  const { of, title, path, child, form } = props;
  const { id, name } = child;
  return (
    <>
      <PageHead
        title={t(title, { name })}
        back={{ href: childrenPaths.one({ id }), label: t('back_to_child', { name }) }}
      />
      <FilledIn of={of} form={form} action={path({ id })} button={t('save')} />
    </>
  );
}

/** What is said of a child, part by part. */
export const changeRoutes: readonly Route[] = [
  ...partOf({
    path: childrenPaths.details,
    of: detailsForm,
    title: 'details_title',
    audit: 'classes.child.changed',
    begin: ({ child }) => ({
      ...{ name: child.name, birthYear: child.birthMonth.year, birthMonth: `${child.birthMonth.month}` },
      ...{ isFirstOfApril: child.isFirstOfApril, languages: [...child.languages], reading: child.reading },
      ...{ school: child.school, note: child.note },
    }),
    async save(tx, { child }, { fields }) {
      if (isNoFirstOfApril(fields)) return refuse('only_april_has_a_first', {}, 'isFirstOfApril');
      await updateChild(tx, child.id, readChild(fields));
      return accept(null);
    },
  }),
  ...partOf({
    path: childrenPaths.family,
    of: familyForm,
    title: 'family_title',
    audit: 'classes.family.said',
    begin: ({ own }) => ({
      ...{ relation: own.relation, phone: own.phone, mayFetch: own.mayFetch },
      ...own.custody,
    }),
    async save(tx, { child, own }, { fields, by, now }) {
      const { relation, phone, mayFetch, decides, notTold } = fields;
      await updateOwnGuardianship(tx, own.id, { name: own.name, relation, phone, mayFetch });
      if (decides === own.custody?.decides && notTold === own.custody.notTold) return accept(null);
      await updateCustody(tx, own.id, { decides, notTold, now });
      if (notTold !== '')
        await publish(tx, {
          type: 'classes.place.hidden',
          ids: { childId: child.id, byPersonId: by },
          live: ['desk'],
        });
      return accept(null);
    },
  }),
  ...partOf({
    path: childrenPaths.photos,
    of: photosForm,
    title: 'photos_title',
    audit: 'classes.photos.said',
    begin: ({ child }) => ({ photos: child.photos }),
    async save(tx, { child }, { fields, by, now }) {
      await updatePhotos(tx, child.id, { photos: fields.photos, by, now });
      return accept(null);
    },
  }),
];
