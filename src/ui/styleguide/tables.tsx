import type { VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { Button } from '../button/button.tsx';
import { DataTable } from '../data-table/data-table.tsx';
import { RowTick, TickBar } from '../data-table/tick-bar.tsx';
import { Once } from '../each/each.tsx';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { TextField } from '../fields/text-field.tsx';
import { FieldRow, Form } from '../form/form.tsx';
import { Link } from '../link/link.tsx';
import { Pager } from '../pager/pager.tsx';
import { PersonName } from '../person-name/person-name.tsx';
import { StatusChip } from '../status-chip/status-chip.tsx';
import { SummaryList } from '../summary-list/summary-list.tsx';
import { Tabs } from '../tabs/tabs.tsx';
import { FirstWords, WorkList, WorkRow } from '../work-list/work-list.tsx';
import { sampleMessages } from './messages.ts';
import { SAMPLE_END, SAMPLE_START } from './sample-times.ts';
import { Section } from './section.tsx';

interface Waiting {
  name: string;
  days: number;
  state: 'state_open' | 'state_check' | 'state_agreed';
  tone: 'waiting' | 'notice' | 'good';
}

const waiting: readonly Waiting[] = [
  { name: 'Maya Gurung', days: 4, state: 'state_check', tone: 'notice' },
  { name: 'Nguyễn Thị Thanh Hương', days: 2, state: 'state_open', tone: 'waiting' },
  { name: 'Li Xiaomei', days: 0, state: 'state_agreed', tone: 'good' },
];

/** Tables, lists of answers, empty states, the way through a long list. */
export function Tables(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="tables" title={words('tables')}>
      <WaitingTable />
      <SampleWork />
      <RowsToTick />
      <Pager previous="/styleguide" next="/styleguide">
        {words('pager_text')}
      </Pager>
      <Answers />
      <EmptyState
        level={3}
        title={words('empty_title')}
        actions={<Button href="/styleguide">{words('change_times')}</Button>}
      >
        {words('empty_text')}
      </EmptyState>
    </Section>
  );
}

function WaitingTable(): VNode {
  const words = useWords(sampleMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={words('table_caption')}
      rows={waiting}
      columns={[
        { key: 'name', head: words('col_person'), cell: (row) => row.name, rowHead: true },
        {
          key: 'state',
          head: words('col_state'),
          cell: (row) => <StatusChip tone={row.tone}>{words(row.state)}</StatusChip>,
        },
        { key: 'days', head: words('col_days'), cell: (row) => formats.count(row.days), numeric: true },
        {
          key: 'act',
          head: words('col_act'),
          cell: () => (
            <Link href="/styleguide" kind="block">
              {words('see_details')}
            </Link>
          ),
        },
      ]}
    />
  );
}

function Answers(): VNode {
  const words = useWords(sampleMessages);
  const formats = useFormats();
  const change = (plainLabel: string) => ({ href: '/styleguide', plainLabel });
  return (
    <div class="stack" data-gap="small">
      <h3>{words('summary_label')}</h3>
      <SummaryList
        rows={[
          {
            label: words('category_label'),
            value: words('cat_admin'),
            beside: words('cat_admin_in_japanese'),
            besideLang: 'ja',
            change: change(words.plain('category_label')),
          },
          {
            label: words('when_label'),
            value: formats.span(SAMPLE_START, SAMPLE_END),
            change: change(words.plain('when_label')),
          },
          { label: words('place_label'), value: words('fact_where_value') },
        ]}
      />
    </div>
  );
}

/** Rows of work in each urgency, below the tabs that part them. */
function SampleWork(): VNode {
  const words = useWords(sampleMessages);
  const formats = useFormats();
  const act = <Button href="/styleguide">{words('see_details')}</Button>;
  const row = { when: formats.day(SAMPLE_START), facts: words('kind_of_help'), act };
  return (
    <>
      <Tabs
        label={words.plain('tables')}
        tabs={[
          { href: '/styleguide', label: words('table_caption'), count: 3, isCurrent: true },
          { href: '/styleguide#work-2', label: words('you'), count: 1, isCurrent: false },
        ]}
      />
      <WorkList label={words.plain('table_caption')}>
        <WorkRow
          {...row}
          id="work-1"
          tone="danger"
          ago={words('two_new')}
          title={
            <>
              <b>
                <PersonName>{words.plain('name_maya')}</PersonName>
              </b>{' '}
              <FirstWords>{words.plain('own_text')}</FirstWords>
            </>
          }
          aside={[words('where_place')]}
          whose={words('you')}
        />
        <WorkRow {...row} id="work-2" tone="soon" title={words('state_check')} />
        <Once view={QuietRow} of={{ id: 'work-3' }} />
      </WorkList>
    </>
  );
}

/** A row that is drawn once, however often its list is shown. */
function QuietRow({ id }: { id: string }): VNode {
  const words = useWords(sampleMessages);
  const act = <Button href="/styleguide">{words('see_details')}</Button>;
  return <WorkRow id={id} title={words('state_open')} act={act} />;
}

const NAMES = ['Maya Gurung', 'Li Xiaomei'];

/** Rows to tick below fields beside each other, and their button in reach. */
function RowsToTick(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Form action="/styleguide" method="get" label={words.plain('col_act')}>
      <FieldRow>
        <TextField name="tick-search" label={words('col_person')} optional />
        <Button>{words('see_details')}</Button>
      </FieldRow>
      <DataTable
        caption={words('table_caption')}
        captionHidden
        rows={NAMES}
        columns={[
          {
            key: 'name',
            head: words('col_person'),
            rowHead: true,
            cell: (name) => (
              <RowTick name="ticked" value={name} on={name === NAMES[0]}>
                {name}
              </RowTick>
            ),
          },
        ]}
        foot={
          <TickBar
            some={(count) => (
              <>
                {words('col_person')} {count}
              </>
            )}
            none={words('empty_title')}
          >
            <Button>{words('see_details')}</Button>
          </TickBar>
        }
      />
    </Form>
  );
}
