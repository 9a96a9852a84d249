import type { VNode } from 'preact';
import { Shape } from './parts.tsx';

const PINE = 'v-22h22v22zm5-22v-20l6-6v26zm6 0v-34l6-6v40zm6 0v-22l5 6v16zm-20 8h28';

/** A quiet street at New Year: a shop is shut, pine and bamboo stand beside a door, the first sun comes up, a kite flies. */
export function NewYear(): VNode {
  return (
    <>
      <path d="M0 68q170 28 330 4" />
      <Shape d="M222 253a38 38 0 0 1 76 0z" of="rust" />
      <path d="M260 202v-12M222 220l-10-9M298 220l10-9" />
      <House />
      <Shop />
      <path d="M330 253V72M318 84h24" />
      <Shape d="M226 26l30-12 12 34-30 12z" of="straw" />
      <Shape d="M247 30a7 7 0 1 0 .1 0z" of="rust" />
      <path d="M253 54q-8 8 0 15" />
      <Cat />
      <path d="M0 253h480" />
    </>
  );
}

function House(): VNode {
  return (
    <>
      <Shape d="M28 253V126h158v127z" of="card" />
      <Shape d="M10 130l26-44h142l26 44z" of="moss" />
      <path d="M48 148h22v20h-22zM59 148v20M144 148h22v20h-22zM155 148v20" />
      <Shape d="M84 253v-86h46v86zM107 167v86" of="peach" />
      <path d="M80 154q27 18 54 0M96 162v9l4 5M118 162v9l-4 5" />
      <Shape d={`M48 253${PINE}`} of="mint" />
      <Shape d={`M144 253${PINE}`} of="mint" />
    </>
  );
}

function Shop(): VNode {
  return (
    <>
      <Shape d="M356 253V112h112v141z" of="card" />
      <Shape d="M346 118h132l-8-30H354z" of="rust" />
      <Shape
        d="M370 253v-112h84v112zM370 157h84M370 173h84M370 189h84M370 205h84M370 221h84M370 237h84"
        of="sunken"
      />
      <Shape d="M396 160h32v28h-32zM403 170h18M403 178h12" of="card" />
    </>
  );
}

function Cat(): VNode {
  return (
    <>
      <path d="M231 252c12 2 14-8 8-16" />
      <Shape d="M198 253c-5-18-1-32 12-34 16-2 24 14 21 34z" of="gray" />
      <Shape d="M196 202l2-13 8 6h9l8-6 2 13c2 10-6 17-14 17s-17-7-15-17z" of="gray" />
      <path d="M206 204v.1M216 204v.1" stroke-width="4" />
      <path d="M208 210q3 2 6 0" />
    </>
  );
}
