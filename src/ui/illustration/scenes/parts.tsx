import type { ComponentChildren, VNode } from 'preact';

/** The colors of the scenes; each is a token with a value for light and one for dark. */
export type Ink =
  | 'moss'
  | 'mint'
  | 'rust'
  | 'peach'
  | 'straw'
  | 'card'
  | 'sunken'
  | 'line'
  | 'hair'
  | 'gray'
  | 'skin-1'
  | 'skin-2'
  | 'skin-3';

export const ink = (name: Ink): string => `var(--${name})`;

/** A closed shape with its outline. */
export function Shape(props: { d: string; of: Ink }): VNode {
  return <path d={props.d} fill={ink(props.of)} />;
}

/** Two legs below a coat or a skirt, down to the ground, and shoes. */
export function Legs(props: { from: number; to: number; of: Ink; shoes?: Ink }): VNode {
  const { from, to, of, shoes = 'card' } = props;
  return (
    <>
      <Shape d={`M-19 ${from}V${to - 9}h14V${from}M5 ${from}V${to - 9}h14V${from}`} of={of} />
      <Shape d={`M-26 ${to}q0-9 12-10h10v10zM3 ${to}v-10h11q12 1 12 10z`} of={shoes} />
    </>
  );
}

/** A sleeve that grows out of a shoulder (`at`), with the hand at its end (`hand`, in the coordinates of the whole). */
export function Arm(props: {
  at: string;
  d: string;
  of: Ink;
  hand: string;
  skin: Ink;
  thick?: number;
}): VNode {
  const { at, of, hand, skin, thick = 18 } = props;
  const d = `M${at}${props.d}`;
  return (
    <>
      <path d={hand} stroke-width="12" />
      <path d={hand} stroke={ink(skin)} stroke-width="7" />
      <path d={d} stroke-width={thick} />
      <path d={d} stroke={ink(of)} stroke-width={thick - 5} />
      <path d={`M${at}h.1`} stroke={ink(of)} stroke-width={thick + 1} />
    </>
  );
}

/** Moves what stands in it, and makes it smaller where it is a child's; lines stay as thick as all others. */
export function At(props: {
  x: number;
  y: number;
  scale?: number;
  turn?: number;
  flip?: boolean;
  children: ComponentChildren;
}): VNode {
  const { x, y, scale = 1, turn } = props;
  const size = props.flip ? ` scale(${-scale} ${scale})` : scale === 1 ? '' : ` scale(${scale})`;
  return (
    <g
      transform={`translate(${x} ${y})${turn ? ` rotate(${turn})` : ''}${size}`}
      stroke-width={scale === 1 ? undefined : (2.5 / scale).toFixed(1)}
    >
      {props.children}
    </g>
  );
}

/** Clothes, around the middle of the head above them. */
export const COAT = 'M-9 23c-15 2-21 9-23 23l-6 84h76l-6-84c-2-14-8-21-23-23-4 6-14 6-18 0z';
export const BUST = 'M-9 23c-17 2-25 9-28 24l-4 40h82l-4-40c-3-15-11-22-28-24-4 6-14 6-18 0z';
export const SMALL = 'M-8 22c-12 2-16 8-17 18l-3 46h56l-3-46c-1-10-5-16-17-18-4 5-12 5-16 0z';
