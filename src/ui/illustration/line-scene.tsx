import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Once } from '../each/each.tsx';
import { uiMessages } from '../messages.ts';
import { Counter } from './scenes/counter.tsx';
import { Doors } from './scenes/doors.tsx';
import { Expert } from './scenes/expert.tsx';
import { Giving } from './scenes/giving.tsx';
import { Hall } from './scenes/hall.tsx';
import { Karuta } from './scenes/karuta.tsx';
import { NewYear } from './scenes/new-year.tsx';
import { Calling, Checking, Meeting, Reading, Writing } from './scenes/steps.tsx';
import { Table } from './scenes/table.tsx';

const WIDE = '0 0 480 260';
const SMALL = '0 0 180 140';

const SCENES = {
  counter: [Counter, WIDE],
  table: [Table, WIDE],
  karuta: [Karuta, WIDE],
  expert: [Expert, WIDE],
  hall: [Hall, WIDE],
  giving: [Giving, WIDE],
  new_year: [NewYear, WIDE],
  doors: [Doors, WIDE],
  calling: [Calling, SMALL],
  writing: [Writing, SMALL],
  checking: [Checking, SMALL],
  meeting: [Meeting, SMALL],
  reading: [Reading, SMALL],
} as const satisfies Record<string, readonly [() => VNode, string]>;

export type LineSceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as LineSceneName[];

export interface LineSceneProps {
  name: LineSceneName;
  /** It says something that no word beside it says: screen readers say it too. Else it decorates, and they skip it. */
  isTold?: boolean | undefined;
  /** Beside words, not as wide as they are. */
  isSmall?: boolean | undefined;
}

/** People, or a place where they meet, drawn in lines; light and dark by itself. */
export function LineScene({ name, isTold = false, isSmall = false }: LineSceneProps): VNode {
  return <Once of={{ name, isTold, isSmall }} view={Drawn} />;
}

function Drawn({ name, isTold, isSmall }: Required<LineSceneProps>): VNode {
  const words = useWords(uiMessages);
  const [View, viewBox] = SCENES[name];
  return (
    <svg
      class="scene"
      viewBox={viewBox}
      data-wide={viewBox === WIDE || undefined}
      data-small={isSmall || undefined}
      role={isTold ? 'img' : undefined}
      aria-label={isTold ? words.plain(`scene_${name}`) : undefined}
      aria-hidden={!isTold || undefined}
    >
      <View />
    </svg>
  );
}
