import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { After } from '../../../platform/database/paging.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { listOffices } from '../store/facts.ts';
import { OFFICE_FIELDS } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { OfficesPage } from './views.tsx';
import { OFFICE_LANGUAGES } from './words.ts';

const OFFICES_A_PAGE = 24;
const any = z.literal('');
const Sought = z.object({
  field: z.enum(OFFICE_FIELDS).or(any).catch('').default(''),
  language: z.enum(OFFICE_LANGUAGES).or(any).catch('').default(''),
  ...After.shape,
});

/** Where else one can ask. Nothing is kept of who looks for what. */
export const officeRoutes: readonly Route[] = [
  get({
    path: housePaths.offices,
    access: 'everyone',
    audit: null,
    query: Sought,
    async handle({ db, locale, now, fields }) {
      const { after, ...sought } = fields;
      const narrowed = { field: sought.field || null, language: sought.language || null };
      const { rows, next } = await listOffices(db, narrowed, { after, limit: OFFICES_A_PAGE });
      const t = guidesMessages.in(locale);
      const body = <OfficesPage offices={rows} {...{ sought, after, next }} today={dayInJapan(now)} />;
      return { ...page(t.plain('offices_title'), body), found: { description: t.plain('offices_lead') } };
    },
  }),
];
