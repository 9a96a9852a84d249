import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Heading, Timeline, type TimelineItem } from '../../../../ui/index.ts';
import { spotMessages } from '../../words.ts';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

/** All that was done to a request and put right in it, in order, with who did it and why. */
export function History(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const entries = [...useActs(props), ...useCorrections(props)].sort((one, other) =>
    Temporal.Instant.compare(one.at, other.at),
  );
  return (
    <section class="stack">
      <Heading level={2}>{t('history_title')}</Heading>
      <Timeline items={entries.map(({ item }) => item)} />
    </section>
  );
}

interface Entry {
  readonly at: Temporal.Instant;
  readonly item: TimelineItem;
}

function useActs({ history, names }: DeskProps): Entry[] {
  const t = useWords(deskMessages);
  const formats = useFormats();
  return history.map((line) => ({
    at: line.at,
    item: {
      at: line.at.toString(),
      title: t(`act_${line.act}`),
      when: t('by_at', {
        name: line.byPerson ? (names.get(line.byPerson) ?? t.plain('somebody')) : t.plain('the_program'),
        party: line.byParty,
        when: formats.dayTime(line.at),
      }),
      ...(line.reason && { children: <p dir="auto">{line.reason}</p> }),
    },
  }));
}

function useCorrections({ corrections, names }: DeskProps): Entry[] {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const say = (field: string, value: string) =>
    field === 'category' ? spot.plain(`category_${value as 'admin'}`) : formats.plain.minutes(Number(value));
  return corrections.map((one) => ({
    at: one.at,
    item: {
      at: one.at.toString(),
      icon: 'change',
      title: t('corrected_from_to', { was: say(one.field, one.was), becomes: say(one.field, one.becomes) }),
      when: t('by_at', {
        name: names.get(one.byPerson) ?? t.plain('somebody'),
        party: 'coordinator',
        when: formats.dayTime(one.at),
      }),
      children: <p dir="auto">{one.reason}</p>,
    },
  }));
}
