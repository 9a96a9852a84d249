import type { VNode } from 'preact';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';

// Drawn on a grid of 24 × 24, one stroke width, round ends.
const paths = {
  alert:
    'M12 8v5M12 16.5v.01M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z',
  back: 'M19 12H5M11 6l-6 6 6 6',
  calendar:
    'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  change: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4',
  check: 'M5 12.5 10 17.5 19.5 7',
  circle: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  done: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM8 12.5l3 3 5.5-6.5',
  down: 'M6 9.5l6 6 6-6',
  file: 'M6 3.5h8l4.5 4.5v12a.5.5 0 0 1-.5.5H6a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5ZM14 3.5V8h4.5',
  globe:
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  help: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM9.5 9.5 6 6M14.5 9.5 18 6M9.5 14.5 6 18M14.5 14.5 18 18',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 11v5.5M12 7.5v.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  message: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-5 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z',
  next: 'M5 12h14M13 6l6 6-6 6',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6',
  phone:
    'M6 3.5h3l1.6 4.3-2 1.7a12 12 0 0 0 5.9 5.9l1.7-2 4.3 1.6v3A1.9 1.9 0 0 1 18.5 20 14.6 14.6 0 0 1 4 5.5 2 2 0 0 1 6 3.5Z',
  pin: 'M12 20.5s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11ZM12 7.2a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8Z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5M7 17H4.5V9.5h15V17H17M7 14h10v6H7Z',
  stop: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7ZM12 8v5M12 16v.01',
  wait: 'M7 3.5h10M7 20.5h10M8 3.5c0 5 4 5.5 4 8.5s-4 3.5-4 8.5M16 3.5c0 5-4 5.5-4 8.5s4 3.5 4 8.5',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing beside a word, as tall as the line; screen readers skip it. */
export function Icon(props: { name: IconName }): VNode {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`#icon-${props.name}`} />
    </svg>
  );
}

/** All icons, once a page: a list of cards would repeat the same few lines a hundred times. */
export const IconSheet = keepDrawn(function IconSheet(): VNode {
  return (
    <svg class="icon-sheet" aria-hidden="true">
      {Object.entries(paths).map(([name, path]) => (
        <symbol id={`icon-${name}`} viewBox="0 0 24 24">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
});

/** The mark: two doors side by side. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
      <path class="mark-green" d="M5 35V10a5 5 0 0 1 5-5h3.5a5 5 0 0 1 5 5v25Z" />
      <path class="mark-kaki" d="M21.5 35V10a5 5 0 0 1 5-5H30a5 5 0 0 1 5 5v25Z" />
      <path d="M2.5 35h35" />
      <circle class="mark-knob" cx="15" cy="21" r="1.6" />
      <circle class="mark-knob" cx="25" cy="21" r="1.6" />
    </svg>
  );
}
