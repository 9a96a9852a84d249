import type { VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { ActionForm } from '../button/action-form.tsx';
import { Button } from '../button/button.tsx';
import { Card } from '../card/card.tsx';
import { Columns } from '../columns/columns.tsx';
import { Each } from '../each/each.tsx';
import { Notice } from '../notice/notice.tsx';
import { RequestCard, type RequestFact } from '../request-card/request-card.tsx';
import { StatusChip } from '../status-chip/status-chip.tsx';
import { sampleMessages } from './messages.ts';
import { SAMPLE_END, SAMPLE_START } from './sample-times.ts';
import { Section } from './section.tsx';

/** Cards: a plain one, the one to notice, and a request as a volunteer sees it. */
export function Cards(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="cards" title={words('cards')}>
      <div class="tiles">
        <Card
          title={words('card_title')}
          actions={<Button href="/styleguide">{words('see_details')}</Button>}
        >
          <p>{words('card_text')}</p>
        </Card>
        <Card
          tone="danger"
          title={words('notice_emergency')}
          aside={<StatusChip tone="danger">{words('state_check')}</StatusChip>}
        >
          <p>{words('card_text')}</p>
        </Card>
        <Card
          accent
          title={words('time_found')}
          actions={
            <Button kind="main" href="/styleguide">
              {words('see_details')}
            </Button>
          }
        >
          <p>
            <StatusChip tone="good">{words('state_agreed')}</StatusChip>
          </p>
          <p>{words('card_text')}</p>
        </Card>
      </div>
      <h3>{words('columns')}</h3>
      <Columns aside={<Notice tone="good">{words('notice_wait')}</Notice>}>
        <p>{words('paragraph')}</p>
      </Columns>
      <Each
        of={[{ id: 'request-sample' }, { id: 'request-sample-folded', isFolded: true }]}
        view={SampleRequest}
      />
    </Section>
  );
}

function SampleRequest({ id, isFolded }: { id: string; isFolded?: boolean }): VNode {
  const words = useWords(sampleMessages);
  return (
    <RequestCard
      id={id}
      picture="admin"
      title={words('kind_of_help')}
      level={3}
      chip={<StatusChip tone="waiting">{words('state_open')}</StatusChip>}
      own={{ text: words('own_text'), lang: 'en', label: words('own_words') }}
      beside={{ text: words('japanese_text'), lang: 'ja', label: words('in_japanese') }}
      facts={useSampleFacts()}
      fold={isFolded && words('read_all')}
      actions={
        <>
          <ActionForm action="/styleguide" idempotencyKey="sample" kind="main">
            {words('say_yes')}
          </ActionForm>
          <ActionForm action="/styleguide" idempotencyKey="sample">
            {words('cannot')}
          </ActionForm>
        </>
      }
    >
      <p class="quiet">{words('why_you')}</p>
    </RequestCard>
  );
}

function useSampleFacts(): RequestFact[] {
  const words = useWords(sampleMessages);
  const formats = useFormats();
  return [
    { icon: 'calendar', label: words('fact_when'), value: formats.span(SAMPLE_START, SAMPLE_END) },
    { icon: 'pin', label: words('fact_where'), value: words('fact_where_value') },
    { icon: 'message', label: words('fact_task'), value: words('fact_task_value') },
    { icon: 'person', label: words('fact_person'), value: words('fact_person_value') },
  ];
}
