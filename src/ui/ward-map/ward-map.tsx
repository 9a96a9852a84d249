import type { ComponentChildren, VNode } from 'preact';
import { WARD_MAP_VIEW_BOX, type WardPath, wardPaths } from '../../japanese/map.ts';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { DataTable } from '../data-table/data-table.tsx';
import { uiMessages } from '../messages.ts';

export interface WardCount {
  /** JIS code of the ward, `13101` to `13123`. */
  code: string;
  /** What is asked for: a round with its number. */
  requests: number;
  /** Who could come: the darker the ward, the more. */
  volunteers: number;
}

export interface WardMapProps {
  /** Names the map and its table. */
  caption: ComponentChildren;
  plainCaption: string;
  /** Wards without an entry count as none and none. */
  counts: readonly WardCount[];
  labels: { ward: ComponentChildren; requests: ComponentChildren; volunteers: ComponentChildren };
  /** Where the outlines come from. */
  credits?: ComponentChildren | undefined;
}

/** The 23 wards of Tokyo: requests as numbered rounds, volunteers as shading, with the same figures as a table behind. */
export function WardMap(props: WardMapProps): VNode {
  const most = Math.max(1, ...props.counts.map((count) => count.volunteers));
  return (
    <figure class="ward-map">
      <figcaption>{props.caption}</figcaption>
      <Wards counts={props.counts} most={most} caption={props.plainCaption} />
      <Legend {...props} most={most} />
      <WardTable {...props} counts={props.counts.filter((count) => count.requests + count.volunteers > 0)} />
      {props.credits && <p class="ward-credits">{props.credits}</p>}
    </figure>
  );
}

const Wards = keepDrawn(function Wards(props: {
  counts: readonly WardCount[];
  most: number;
  caption: string;
}): VNode {
  const counts = new Map(props.counts.map((count) => [count.code, count]));
  return (
    <svg viewBox={WARD_MAP_VIEW_BOX} role="img" aria-label={props.caption}>
      {wardPaths().map((ward) => (
        // Out of a file that the browser keeps: a desk renews itself all day, and half of what it weighs would be outlines.
        <use
          class="ward"
          href={`/wards.svg#ward-${ward.code}`}
          data-shade={shadeOf(counts.get(ward.code)?.volunteers ?? 0, props.most)}
        />
      ))}
      {wardPaths().map((ward) => (
        <WardLabel ward={ward} requests={counts.get(ward.code)?.requests ?? 0} />
      ))}
    </svg>
  );
});

/** One of five shades: none, then up to a quarter, a half, three quarters and all of the most. */
function shadeOf(volunteers: number, most: number): number {
  return volunteers === 0 ? 0 : Math.ceil((4 * volunteers) / most);
}

function WardLabel(props: { ward: WardPath; requests: number }): VNode {
  const { x, y } = props.ward.centre;
  const name = useWardName();
  if (props.requests === 0) {
    return (
      <text class="ward-name" x={x} y={y + 8}>
        {name(props.ward)}
      </text>
    );
  }
  return (
    <g>
      <circle class="ward-round" cx={x} cy={y - 10} r={24} />
      <text class="ward-number" x={x} y={y + 1}>
        {props.requests}
      </text>
      <text class="ward-name" x={x} y={y + 36}>
        {name(props.ward)}
      </text>
    </g>
  );
}

function useWardName(): (ward: Pick<WardPath, 'name' | 'english'>) => string {
  const locale = useLocale();
  return (ward) => (locale === 'en' ? ward.english : ward.name);
}

function Legend(props: Pick<WardMapProps, 'labels'> & { most: number }): VNode {
  return (
    <ul class="ward-legend">
      <li>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <circle class="ward-round" cx="24" cy="24" r="22" />
        </svg>
        <span>{props.labels.requests}</span>
      </li>
      <li>
        <svg viewBox="0 0 192 48" aria-hidden="true" data-wide>
          {[1, 2, 3, 4].map((shade) => (
            <path class="ward" data-shade={shade} d={`M${(shade - 1) * 48} 4h48v40h-48Z`} />
          ))}
        </svg>
        <span>{props.labels.volunteers}</span>
        <span class="numeric">1–{props.most}</span>
      </li>
    </ul>
  );
}

function WardTable(props: Pick<WardMapProps, 'caption' | 'counts' | 'labels'>): VNode {
  const words = useWords(uiMessages);
  const name = useWardName();
  const wards = new Map(wardPaths().map((ward) => [ward.code, ward]));
  const nameOf = (count: WardCount) => {
    const ward = wards.get(count.code);
    return ward ? name(ward) : count.code;
  };
  return (
    <details class="behind">
      <summary>{words('map_table')}</summary>
      <DataTable
        caption={props.caption}
        captionHidden
        dense
        columns={[
          { key: 'ward', head: props.labels.ward, cell: nameOf, rowHead: true },
          { key: 'requests', head: props.labels.requests, cell: (count) => count.requests, numeric: true },
          {
            key: 'volunteers',
            head: props.labels.volunteers,
            cell: (count) => count.volunteers,
            numeric: true,
          },
        ]}
        rows={[...props.counts].sort((a, b) => b.requests - a.requests || a.code.localeCompare(b.code))}
      />
    </details>
  );
}
