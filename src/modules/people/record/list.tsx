import type { VNode } from 'preact';
import { listRoutes } from '../../../kits/lists/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { type AuditLine, listEntriesToldTo } from '../../../platform/audit/read.ts';
import { toPage } from '../../../platform/database/paging.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { SayData } from '../../../platform/rights/data-words.ts';
import type { Route } from '../../../platform/web/route.ts';
import { Button, Heading } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import type { PeopleServices } from '../services.ts';
import { sayIn, toldActs } from './data-words.ts';
import { together, whoFor, wordsFor } from './rules.ts';

/** Who has looked at somebody's record or changed it: when, in which role, what. Names of staff are not told. */
export const recordList = (services: PeopleServices): readonly Route[] =>
  listRoutes({
    path: peoplePaths.record,
    access: 'person',
    audit: null,
    isNumbered: true,
    async find(asking, _filters, window) {
      const { id } = await findOwnPerson(asking);
      const found = await listEntriesToldTo(asking.db, id, {
        told: toldActs(services),
        before: window.after === null ? undefined : Number(window.after),
        limit: window.limit + 1,
      });
      const { rows: lines, next } = toPage(found, window, (line) => String(line.id));
      const say = sayIn(services, asking.locale);
      const acts = together(lines, id, (key) => say(key) !== undefined);
      return { rows: acts.map((act) => ({ ...act, ownId: id, say })), next };
    },
    columns: [
      {
        key: 'at',
        head: 'record_when',
        rowHead: true,
        cell: ({ line, count, since }, locale) => {
          const formats = formatsIn(locale);
          return count > 1 ? formats.span(since, line.at) : formats.dayTime(line.at);
        },
      },
      {
        key: 'who',
        head: 'record_who',
        cell: ({ line, ownId }, locale) => {
          const who = whoFor(line, ownId);
          return peopleMessages.in(locale)(who === 'you' ? 'record_you' : `record_role_${who}`);
        },
      },
      {
        key: 'what',
        head: 'record_what',
        cell: ({ line, count, ownId, say }, locale) => {
          const words = peopleMessages.in(locale);
          const what = isOwnRole(line, ownId) ? words('record_role_begun') : sayAct(say, line);
          return count > 1 ? words('record_repeated', { what, count }) : what;
        },
      },
    ],
    keyOf: ({ line }) => `act-${line.id}`,
    rowsAPage: 30,
    words: peopleMessages,
    title: 'record_title',
    lead: 'record_lead',
    empty: 'record_empty',
    emptyText: 'record_empty_text',
    back: { href: housePaths.me(), label: 'back_to_my_page' },
    foot: () => <ToExport />,
  });

function ToExport(): VNode {
  const words = useWords(peopleMessages);
  return (
    <>
      <Heading level={2}>{words('export_title')}</Heading>
      <p>{words('export_text')}</p>
      <p>
        <Button href={peoplePaths.export()} icon="file">
          {words('export_download')}
        </Button>
      </p>
    </>
  );
}

/** A role that they have since they began: nobody gives one to themselves. */
function isOwnRole(line: AuditLine, ownId: string): boolean {
  return line.action === 'people.role.granted' && line.outcome === 'done' && whoFor(line, ownId) === 'you';
}

/** What was done, as its reader is told. */
export function sayAct(say: SayData, line: Pick<AuditLine, 'action' | 'outcome'>): Words {
  const words = wordsFor(line, (key) => say(key) !== undefined);
  return 'act' in words ? say(words.act) : say(`record_${words.outcome}`, { area: say(words.area) });
}
