import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, COAT, Legs, Shape, SMALL } from './parts.tsx';

/** A hall hung with flags of paper: old and young with a cup in their hands, one of them in a wheelchair. */
export function Hall(): VNode {
  return (
    <>
      <Flags />
      <At x={76} y={92}>
        <Legs from={126} to={161} of="hair" />
        <Shape d={COAT} of="line" />
        <Head hair="bald" of="gray" look={0.8} mood="laugh" />
        <Shape d="M40 52h18l-2 22h-14z" of="card" />
        <Arm at="18 46" d="c6 22 4 28 14 24" of="line" hand="M34 70l10-4" skin="skin-1" />
      </At>
      <At x={180} y={94}>
        <Legs from={126} to={159} of="line" />
        <Shape d={COAT} of="moss" />
        <Head hair="scarf" of="peach" skin="skin-2" look={-0.8} />
        <Arm at="-18 56" d="c-6 20 12 26 30 18" of="moss" hand="M14 74l10-4" skin="skin-2" />
      </At>
      <At x={274} y={160} scale={0.82}>
        <Legs from={82} to={113} of="skin-1" shoes="rust" />
        <Shape d={SMALL} of="straw" />
        <Head hair="crop" look={0.4} mood="laugh" />
        <path d="M38-28V28" />
        <Shape d="M38-28h32v22h-32z" of="rust" />
        <Arm at="15 36" d="q14 12 20-4" of="straw" hand="M36 30l2-9" skin="skin-1" thick={15} />
      </At>
      <Wheelchair />
      <path d="M12 253h456" />
    </>
  );
}

function Flags(): VNode {
  return (
    <>
      <path d="M4 12q118 46 236 10q118 36 236-10" />
      <Shape d="M46 27l30 6-4 24-30-6zM196 33l30-7 5 24-30 7zM356 34l30-6 5 24-30 6z" of="rust" />
      <Shape d="M96 36l30 3-2 24-30-3zM256 27l30 6-4 24-30-6zM406 25l28-9 7 23-28 9z" of="mint" />
      <Shape d="M146 39l30-3 3 24-30 3zM306 36l30 1-1 24-30-1z" of="straw" />
      <path d="M111 45v9M165 43l-4 13M271 36l-2 12M312 48h16M418 31l10-3" />
    </>
  );
}

function Wheelchair(): VNode {
  return (
    <>
      <path d="M430 132h-14v76" />
      <Shape d="M410 186h-50q-14 0-14 14v40h18v-34h46z" of="hair" />
      <Shape d="M366 248v-12h-14q-14 2-16 12z" of="card" />
      <At x={384} y={104}>
        <Head hair="long" look={-0.7} />
        <Shape d="M-9 23c-15 2-20 9-22 22l-4 52h68l-4-52c-2-13-6-20-20-22-4 6-14 6-18 0z" of="rust" />
        <Arm at="-15 46" d="c-10 28 8 34 24 28" of="rust" hand="M10 74l10-4" skin="skin-1" />
      </At>
      <path d="M398 180a36 36 0 1 0 .1 0zM398 211a5 5 0 1 0 .1 0zM338 250h26" />
    </>
  );
}
