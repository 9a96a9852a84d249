import type { VNode } from 'preact';
import { machineTime } from '../../platform/clock.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useFormats } from '../../platform/languages/reading.tsx';
import { Heading, Timeline, type TimelineItem } from '../../ui/index.ts';

/** Something that happened to a thing, or is agreed to happen. */
export interface Happening extends Pick<TimelineItem, 'title' | 'children' | 'icon' | 'state'> {
  /** When it was written down: the order in which it is told. */
  readonly at: Temporal.Instant;
  /** When it was, where that was told later. */
  readonly wasAt?: Temporal.Instant | null | undefined;
  /** Who did it, around the time: `{when}, by {name}`. */
  readonly by?: ((when: Words) => Words) | undefined;
}

/** The newest first; of what happened at one instant the last that was handed over. */
export function newestFirst<H extends Pick<Happening, 'at'>>(happenings: readonly H[]): H[] {
  return happenings.toReversed().sort((one, other) => Temporal.Instant.compare(other.at, one.at));
}

/** What happened to a thing so far and what is agreed next, the newest first. */
export function History(props: { readonly title?: Words; readonly happenings: readonly Happening[] }): VNode {
  const { title, happenings } = props;
  const line = <HappeningsLine happenings={newestFirst(happenings)} />;
  if (!title) return line;
  return (
    <section class="stack">
      <Heading level={2}>{title}</Heading>
      {line}
    </section>
  );
}

function HappeningsLine(props: { readonly happenings: readonly Happening[] }): VNode {
  const formats = useFormats();
  const items = props.happenings.map(({ at, wasAt, by, ...item }) => {
    const time = wasAt ?? at;
    const when = formats.dayTime(time);
    return { ...item, at: machineTime(time), when: by ? by(when) : when };
  });
  return <Timeline items={items} />;
}
