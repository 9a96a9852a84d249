import { numberOf, type PersonalDataMap } from '../../platform/personal-data.ts';

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;

/** What each column of this module can hold: what the organization says in public, and who of it wrote and showed that. */
export const personalData: PersonalDataMap = {
  'site.articles': {
    id: 'none',
    kind: 'none',
    slug: 'none',
    latest: 'none',
    shown: 'none',
    shown_on: 'none',
    shown_at: 'none',
    created_at: 'none',
  },
  'site.versions': {
    article_id: 'none',
    number: 'none',
    on_day: 'none',
    texts: 'none',
    paper_id: 'none',
    written_by: by('to know who wrote it'),
    written_at: 'none',
  },
  'site.papers': {
    id: 'none',
    article_id: 'none',
    file_id: 'none',
    byte_count: 'none',
    pages: 'none',
    added_by: by('to know who brought it'),
    added_at: 'none',
  },
  'site.showings': {
    id: 'none',
    article_id: 'none',
    number: 'none',
    shown_by: by('to know who made it public'),
    shown_at: 'none',
  },
};
