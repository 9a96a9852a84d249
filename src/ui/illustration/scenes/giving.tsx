import type { VNode } from 'preact';
import { Shape } from './parts.tsx';

/** A hand gives persimmons from the garden into another’s two hands. */
export function Giving(): VNode {
  return (
    <>
      <Shape d="M0 34h96l10 62H0z" of="moss" />
      <Shape
        d="M96 40c34 2 52 8 74 22 20 13 42 15 60 22 14 6 10 20-4 18l-50-8 30 22c12 9 4 22-10 15l-46-24c-16-2-36-8-50-12z"
        of="skin-1"
      />
      <path d="M176 94l-20-8" />
      <Shape d="M480 166h-92l-6 66h98z" of="rust" />
      <Shape
        d="M388 172c-34-2-54 2-80 4-26 2-46-12-68-18-14-3-20 10-8 18l28 18c-22-2-40-6-58-8-16-1-18 14-4 18 46 14 84 26 128 24 24-1 42-6 58-6z"
        of="skin-2"
      />
      <path d="M260 194c14 4 26 4 38 2" />
      <Shape d="M244 108c-24-4-46 8-46 28s22 30 48 30 46-10 46-30-24-32-48-28z" of="rust" />
      <Shape
        d="M244 110c-12-8-24-6-30 2 8 2 12 4 18 6-2 4 4 8 12 2 8 6 14 2 12-2 6-2 10-4 18-6-6-8-18-10-30-2zM244 110v-10"
        of="moss"
      />
    </>
  );
}
