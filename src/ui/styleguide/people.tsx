import type { VNode } from 'preact';
import { machineTime } from '../../platform/clock.ts';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { Conversation } from '../conversation/conversation.tsx';
import { PersonBadge } from '../person-badge/person-badge.tsx';
import { PublicLinks, SignInLink } from '../shell/shell-header.tsx';
import { Hours } from '../timeline/hours.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { WardMap } from '../ward-map/ward-map.tsx';
import { sampleMessages } from './messages.ts';
import { SAMPLE_END, SAMPLE_START } from './sample-times.ts';
import { Section } from './section.tsx';

/** People, what they write to each other, and the path of a request. */
export function People(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="people" title={words('people')}>
      <div class="tiles">
        <PersonBadge name={words.plain('name_tanaka')}>{words('person_about')}</PersonBadge>
        <PersonBadge name={words.plain('name_maya')} />
        <PersonBadge name={words.plain('name_far')} lang="fa" />
        <PublicLinks links={[{ href: '/styleguide#people', label: words('people') }]} />
        <SignInLink href="/styleguide#people" />
      </div>
      <SampleConversation />
      <SampleTimeline />
      <SampleHours />
    </Section>
  );
}

function SampleConversation(): VNode {
  const words = useWords(sampleMessages);
  const at = SAMPLE_START.toString();
  const when = words('sent_when');
  return (
    <Conversation
      label={words.plain('conversation_label')}
      messages={[
        {
          id: 'm1',
          author: words('name_tanaka'),
          role: words('role_volunteer'),
          text: words.plain('bubble_1'),
          when,
          at,
          own: false,
          rendering: <p>{words('bubble_1_rendering')}</p>,
        },
        { id: 'm2', author: words('you'), text: words.plain('bubble_2'), when, at, own: true },
      ]}
    />
  );
}

function SampleTimeline(): VNode {
  const words = useWords(sampleMessages);
  const formats = useFormats();
  const before = (hours: number) => formats.dayTime(SAMPLE_START.subtract({ hours }));
  return (
    <Timeline
      items={[
        { title: words('time_asked'), when: before(70) },
        { title: words('time_found'), when: before(48), children: <p>{words('card_text')}</p> },
        { title: words('time_visit'), when: formats.span(SAMPLE_START, SAMPLE_END), state: 'now' },
        { title: words('time_report'), when: formats.day(SAMPLE_END), state: 'next' },
      ]}
    />
  );
}

function SampleHours(): VNode {
  const words = useWords(sampleMessages);
  const { time } = useFormats();
  const hour = (id: string, at: Temporal.Instant, state: 'now' | 'next') => ({
    ...{ id, at: machineTime(at), time: time(at), state },
    title: words('name_maya'),
    note: words('kind_of_help'),
  });
  return <Hours hours={[hour('hour-1', SAMPLE_START, 'now'), hour('hour-2', SAMPLE_END, 'next')]} />;
}

/** The map and the meter. */
export function Pictures(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="pictures" title={words('pictures')}>
      <WardMap
        caption={words('map_caption')}
        plainCaption={words.plain('map_caption')}
        labels={{
          ward: words('map_ward'),
          marked: words('map_requests'),
          shaded: words('map_volunteers'),
        }}
        counts={[
          { code: '13104', marked: 5, shaded: 9 },
          { code: '13123', marked: 12, shaded: 4 },
          { code: '13110', marked: 1, shaded: 6 },
          { code: '13121', marked: 0, shaded: 2 },
          { code: '13112', marked: 2, shaded: 12 },
        ]}
        credits={words('map_credits')}
      />
    </Section>
  );
}
