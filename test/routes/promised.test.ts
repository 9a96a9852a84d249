import { expect, test } from 'vitest';
import { STAFF_ROLES } from '../../src/platform/permissions.ts';
import { tellAccess } from '../support/access.ts';
import { openProduct } from '../support/product.ts';
import { everyBranch, readCatalogs } from '../tidy/catalogs.ts';

/** A sentence that promises who reads what, and the routes that show it. */
interface Promised {
  /** Roles that it names; whoever wrote the words reads them too. */
  readonly to: readonly string[];
  readonly by: readonly string[];
}

const CONCERNS = ['GET /trust/concerns', 'GET /trust/concerns/:id'];
const FILES = ['GET /trust/applications', 'GET /trust/people/:id'];
const STAFF = [...STAFF_ROLES];

const PROMISES: Readonly<Record<string, Promised>> = {
  'modules/consultations expert_note_hint': { to: ['coordinator'], by: ['GET /desk/consultations/:id'] },
  'modules/consultations interpreter_wish_hint': {
    to: ['coordinator'],
    by: ['GET /desk/consultations/:id/interpreter'],
  },
  'modules/conversations who_can_read_asking': { to: ['coordinator'], by: ['GET /conversations/:id'] },
  'modules/conversations something_is_wrong_text': { to: ['coordinator', 'administrator'], by: CONCERNS },
  'modules/people sharing_lead': { to: ['coordinator', 'administrator'], by: ['GET /people/:id'] },
  'modules/people portrait_who_sees': { to: ['coordinator', 'administrator'], by: ['GET /people/:id'] },
  'modules/people profile_lead': { to: ['coordinator', 'administrator'], by: ['GET /people/:id'] },
  'modules/spot photo_hint': {
    to: ['coordinator', 'its assigned volunteer'],
    by: ['GET /spot/requests/:id/photos/:photoId'],
  },
  // Of a visit’s page the store shows the address to the one who comes, until it is over.
  'modules/spot exact_address_hint': {
    to: ['its assigned volunteer', 'its former volunteer'],
    by: ['GET /spot/visits/:id'],
  },
  'modules/spot caller_exact_address_hint': {
    to: ['its assigned volunteer', 'its former volunteer'],
    by: ['GET /spot/visits/:id'],
  },
  'modules/spot has_exact_address': {
    to: ['its assigned volunteer', 'its former volunteer'],
    by: ['GET /spot/visits/:id'],
  },
  'modules/spot words_are_held_back': {
    to: ['its assigned volunteer', 'its former volunteer'],
    by: ['GET /spot/visits/:id'],
  },
  'modules/spot worry_told_who': { to: ['coordinator', 'administrator'], by: CONCERNS },
  'modules/spot unsafe_words_hint': { to: ['coordinator', 'administrator'], by: CONCERNS },
  'modules/spot step_back_hint': { to: ['coordinator'], by: ['GET /desk/requests/:id'] },
  'modules/spot only_coordinators_read_this': { to: ['coordinator'], by: ['GET /desk/requests/:id'] },
  'modules/pairs proposal_reason_hint': { to: ['coordinator'], by: ['GET /desk/pairs/:id'] },
  'modules/pairs pair_for_staff': { to: ['coordinator'], by: ['GET /desk/pairs/:id'] },
  'modules/trust application_lead': { to: ['coordinator'], by: FILES },
  'modules/trust for_staff_only': { to: STAFF, by: FILES },
  'modules/trust restriction_reason_hint': { to: STAFF, by: FILES },
  'modules/trust write_about_volunteering': { to: ['coordinator'], by: ['GET /conversations/:id'] },
  'modules/spot write_about_request': { to: ['coordinator'], by: ['GET /conversations/:id'] },
  'modules/pairs check_in_lead': { to: ['coordinator'], by: ['GET /desk/pairs/:id'] },
  'modules/pairs closing_lead': { to: ['coordinator'], by: ['GET /desk/pairs/:id'] },
  'modules/pairs closing_lead_alone': { to: ['coordinator'], by: ['GET /desk/pairs/:id'] },
  'modules/pairs closing_lead_early': { to: ['coordinator'], by: ['GET /desk/pairs/:id'] },
  'modules/pairs round_words_hint': { to: ['coordinator'], by: ['GET /desk/pairs/rounds/:id'] },
  'modules/classes/children decides_hint': { to: ['coordinator'], by: ['GET /desk/children/:id'] },
  'modules/classes/children not_told_hint': { to: ['coordinator'], by: ['GET /desk/children/:id'] },
  'modules/classes/children enrol_lead': { to: ['coordinator'], by: ['GET /desk/children/:id'] },
  'modules/classes/children bars_lead': { to: ['coordinator'], by: ['GET /desk/children/:id'] },
  'modules/pairs for_staff_only': { to: STAFF, by: ['GET /desk/pairs/applications/:id'] },
  'modules/pairs record_interview_text': { to: STAFF, by: ['GET /desk/pairs/applications/:id'] },
};

/** Whoever wrote it. */
const WRITERS = new Set(['its requester', 'its participant', 'its former participant']);
const ROLES_IN_WORDS: readonly (readonly [role: string, words: RegExp])[] = [
  ['coordinator', /コーディネーター|coordinator|协调员/iu],
  ['administrator', /管理者|administrator|管理员/iu],
];
const ONLY =
  /(?:コーディネーター|管理者|職員|二人|来る人|相手|ボランティア)だけ(?:が(?:読|見)|に(?:届|見)|です)|\bonly (?:the |our )?(?:coordinators?|staff|administrators?)\b[^.]*\b(?:reads?|sees?|know)|nobody else (?:does\.|reads|sees)|\balone see|for staff only|只有(?:协调员|管理员|双方)[^。同]*看/iu;

const product = await openProduct();
const routes = product.house.modules.flatMap((module) => module.routes);
const messages = readCatalogs(`${import.meta.dirname}/../..`).flatMap(({ path, files }) =>
  [...files].flatMap(([language, catalog]) =>
    Object.entries(catalog).map(([key, text]) => ({
      name: `${path.replace(/^src\//, '').replace(/\/?messages$/, '')} ${key}`,
      language,
      text,
    })),
  ),
);

test.each(Object.entries(PROMISES))('%s promises no more than access gives', (_name, { to, by }) => {
  for (const shown of by) {
    const route = routes.find(({ method, path }) => `${method} ${path}` === shown);
    const readers = route ? tellAccess(route.access).split(', ') : [`nobody: there is no ${shown}`];
    expect(readers.filter((reader) => !to.includes(reader) && !WRITERS.has(reader))).toEqual([]);
  }
});

test.each(Object.entries(PROMISES))('%s names the same readers in every language', (name, { to }) => {
  const said = messages.filter((message) => message.name === name);
  expect(said.length).toBeGreaterThan(1);
  if (to === STAFF) return;
  for (const { language, text } of said) {
    const branches = (everyBranch(text) ?? [text]).map((branch) => branch.replaceAll(/《[^》]*》|｜/gu, ''));
    for (const [role, words] of ROLES_IN_WORDS)
      expect([language, role, branches.every((branch) => words.test(branch))]).toEqual([
        language,
        role,
        to.includes(role),
      ]);
  }
});

test('every sentence that says who alone reads something is among them', () => {
  const found = messages.filter(({ text }) => ONLY.test(text.replaceAll(/《[^》]*》|｜/gu, '')));
  expect([...new Set(found.map(({ name }) => name))].filter((name) => !(name in PROMISES))).toEqual([]);
});
