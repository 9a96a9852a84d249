import type { VNode } from 'preact';
import { callName, findPerson, peoplePaths } from '../modules/people/index.ts';
import { housePaths } from '../platform/addresses/paths.ts';
import { After, type Page } from '../platform/database/paging.ts';
import { useLocale, useWords } from '../platform/languages/reading.tsx';
import { inOrder } from '../platform/parts/in-order.ts';
import type { PersonPart } from '../platform/parts/person-part.ts';
import { text } from '../platform/web/form-fields.ts';
import { get, missing, page, type Route } from '../platform/web/route.ts';
import { Heading, Link, PageHead, Pager, pagesBehind } from '../ui/index.ts';
import { staffPageMessages } from './pages.ts';

const LINES_A_PART = 20;

/** Which part goes on behind which row; without a part, the beginning of all. */
const Onward = After.extend({ part: text(40).nullable().default(null) });

interface TiesProps {
  readonly personId: string;
  readonly name: string;
  readonly after: string | null;
  readonly parts: readonly PersonPart[];
  /** Those that are shown, each with its lines. */
  readonly shown: readonly { readonly part: PersonPart; readonly lines: Page<VNode> }[];
}

/** All that a coordinator may see of what happens with a person, with the way to each; of oneself there is none here. */
export function personTiesRoute(all: readonly PersonPart[]): Route {
  const parts = inOrder(all);
  return get({
    path: peoplePaths.personTies,
    access: ['coordinator'],
    audit: 'people.ties.viewed',
    query: Onward,
    async handle({ db, params: { id }, actor, locale, audit, fields }) {
      const person = id === actor.personId ? null : await findPerson(db, id);
      if (!person) return missing();
      await audit({ subjectIds: [id], object: { kind: 'people.person', id } });
      const words = staffPageMessages.in(locale);
      const name = callName(person, locale) || words.plain('somebody');
      const alone = parts.filter(({ name: one }) => one === fields.part);
      const after = alone.length > 0 ? fields.after : null;
      const whom = { personId: id, readerId: actor.personId ?? '' };
      const shown: TiesProps['shown'][number][] = [];
      for (const part of alone.length > 0 ? alone : parts)
        shown.push({ part, lines: await part.list(db, whom, { after, limit: LINES_A_PART }) });
      const title = words.plain('ties_title', { name });
      return page(title, <TiesPage {...{ personId: id, name, after, parts, shown }} />);
    },
  });
}

function TiesPage(props: TiesProps): VNode {
  const t = useWords(staffPageMessages);
  const locale = useLocale();
  const { personId } = props;
  return (
    <>
      <PageHead
        title={<span dir="auto">{t('ties_title', { name: props.name })}</span>}
        back={{ href: housePaths.person({ id: personId }), label: t('ties_back') }}
      />
      {props.parts.map(
        ({ way }) =>
          way && (
            <p>
              <Link href={way.href(personId)}>{way.label(locale)}</Link>
            </p>
          ),
      )}
      {props.shown.map(({ part, lines: { rows, next } }) => (
        <section class="stack" data-gap="small">
          <Heading level={2} id={`part-${part.name}`}>
            {part.title(locale)}
          </Heading>
          {rows.length === 0 ? (
            <p>{t('ties_nothing')}</p>
          ) : (
            <ul>
              {rows.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
          <Pager
            headedBy={`part-${part.name}`}
            {...pagesBehind({
              path: `${peoplePaths.personTies({ id: personId })}?part=${part.name}`,
              after: props.after,
              next,
            })}
          />
        </section>
      ))}
    </>
  );
}
