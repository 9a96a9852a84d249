import type { VNode } from 'preact';
import { type Ink, ink, Shape } from './parts.tsx';

interface Cut {
  /** What lies behind the face. */
  readonly back?: string;
  /** The edge of the hair over the forehead, from left to right. */
  readonly edge: string;
  /** From there around the head and back: with an outline of its own where nothing lies behind. */
  readonly crown: string;
}

/** Each is drawn around the middle of the face. */
const HAIR = {
  short: {
    edge: 'M-18 1c4-5 5-10 5-15 7 4 18 5 27 2 1 5 2 9 4 12',
    crown: 'c3-17-5-26-19-26s-22 9-17 27z',
  },
  crop: {
    edge: 'M-18 1c3-3 4-8 4-12 10-2 18-2 28 0 0 4 1 9 4 12',
    crown: 'c3-16-5-25-18-25s-21 9-18 25z',
  },
  bob: {
    back: 'M-21 14c-5-24 3-39 21-39s26 15 21 39c-8 4-34 4-42 0z',
    edge: 'M-17-2c7-2 14-7 17-15 4 7 10 12 17 15',
    crown: 'c1-14-5-22-17-22s-18 8-17 22z',
  },
  long: {
    back: 'M-20 8c-4-20 4-33 20-33s25 13 21 33c-1 14 3 22 5 30-16 5-36 5-50 0 3-10 5-19 4-30z',
    edge: 'M-17 0c2-9 13-11 19-18 3 8 9 14 15 18',
    crown: 'c1-14-5-23-17-23s-18 9-17 23z',
  },
  bun: {
    back: 'M3-42a9 9 0 1 0 .1 0zM-19 6c-4-20 4-31 19-31s23 11 19 31z',
    edge: 'M-17 0c2-10 11-16 18-17 7 2 14 8 16 17',
    crown: 'c1-14-5-23-17-23s-18 9-17 23z',
  },
  waves: {
    back: 'M-18 10c-8-3-9-12-4-17-3-8 3-16 10-16 5-7 19-7 24 0 8 0 13 8 10 16 5 5 4 14-4 17-12 4-24 4-36 0z',
    edge: 'M-17-1c6 0 10-4 11-9 5 3 10 2 14-2 2 6 5 10 9 11',
    crown: 'c1-14-4-22-16-22s-19 8-18 22z',
  },
  tails: {
    back: 'M-17-6c-14-4-19 9-14 22 7 1 14-6 15-14zM17-6c14-4 19 9 14 22-7 1-14-6-15-14zM-18 0c-3-15 4-25 18-25s21 10 18 25z',
    edge: 'M-17 0c5-4 9-9 11-16 7 7 15 11 23 16',
    crown: 'c1-14-5-23-17-23s-18 9-17 23z',
  },
  curls: {
    edge: 'M-15 3c1-3 1-6 0-11 3 1 6 0 9-3 3 3 8 4 12 1 2 3 5 3 8 3 0 4 0 7 1 10',
    crown: 'c4-1 6-5 4-9 3-4 2-11-4-13-1-6-8-9-14-5-3-4-12-4-15 2-6 0-11 6-8 12-4 5-3 12 7 13z',
  },
  bald: {
    back: 'M-16-9c-9 1-10 12-5 20 4 2 8 1 8-3zM16-9c9 1 10 12 5 20-4 2-8 1-8-3z',
    edge: '',
    crown: '',
  },
} as const satisfies Record<string, Cut>;

const FACE = 'M-17-3c0-12 7-18 17-18s17 6 17 18c0 13-8 22-17 22s-17-9-17-22z';
const SCARF = 'M1-26c-17-1-25 12-23 28 1 14-4 24-9 33 17 8 45 8 61-1-6-9-9-18-8-31 2-17-5-28-21-29z';
const SCARF_FACE = 'M-14-3c0-10 6-15 14-15s14 5 14 15c0 12-6 19-14 19s-14-7-14-19z';

const MOUTH = {
  smile: 'M-5 8q5 5 10 0',
  laugh: 'M-6 6h12q-1 7-6 7t-6-7z',
  calm: 'M-3 9q3 2 7-.5',
} as const;

export interface HeadProps {
  hair: keyof typeof HAIR | 'scarf';
  /** The color of the hair, or of the scarf. */
  of?: Ink;
  skin?: Ink;
  /** To which side the face looks: from -1 to 1. */
  look?: number;
  mood?: keyof typeof MOUTH;
  glasses?: boolean;
}

/** A head, around its middle: all faces are drawn in one way, and each is somebody. */
export function Head({
  hair,
  of = 'hair',
  skin = 'skin-1',
  look = 0,
  mood = 'smile',
  glasses,
}: HeadProps): VNode {
  return (
    <>
      {hair === 'scarf' ? (
        <>
          <Shape d={SCARF} of={of} />
          <Shape d={SCARF_FACE} of={skin} />
        </>
      ) : (
        <HairAndFace cut={HAIR[hair]} of={of} skin={skin} look={look} />
      )}
      <g transform={`translate(${look * (hair === 'scarf' ? 2.5 : 4)})`} stroke-width="2">
        <path class="cheeks" d="M-10 6h.1M10 6h.1" />
        <path d="M-6-1v.1M6-1v.1" stroke-width={glasses ? 3 : 4} />
        <path d={MOUTH[mood]} fill={mood === 'laugh' ? ink('card') : undefined} />
        {glasses && <path d="M-11-1a5 5 0 1 0 10 0a5 5 0 1 0-10 0M1-1a5 5 0 1 0 10 0a5 5 0 1 0-10 0h-2" />}
      </g>
    </>
  );
}

function HairAndFace(props: { cut: Cut; of: Ink; skin: Ink; look: number }): VNode {
  const { cut, of, skin, look } = props;
  const ears = (look < 1 ? 'M16-3c7-2 8 8 0 8z' : '') + (look > -1 ? 'M-16-3c-7-2-8 8 0 8z' : '');
  return (
    <>
      {cut.back && <Shape d={cut.back} of={of} />}
      <Shape d="M-8 14v9q8 8 16 0v-9" of={skin} />
      <Shape d={ears + FACE} of={skin} />
      {cut.edge && <path d={cut.edge + cut.crown} fill={ink(of)} stroke={cut.back && ink(of)} />}
      {cut.back && cut.edge && <path d={cut.edge} />}
    </>
  );
}
