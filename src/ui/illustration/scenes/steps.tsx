import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, BUST, Shape } from './parts.tsx';

/** Somebody writes on her telephone, in her own words. */
export function Writing(): VNode {
  return (
    <>
      <Shape
        d="M104 8h56q12 0 12 12v22q0 12-12 12h-34l-14 12 2-12h-10q-12 0-12-12V20q0-12 12-12zM106 24h52M106 38h34"
        of="peach"
      />
      <At x={62} y={52}>
        <Head hair="long" skin="skin-2" look={0.5} />
        <Shape d={BUST} of="rust" />
        <Shape d="M30 44h20v34h-20z" of="card" />
        <Arm at="-22 46" d="c-6 28 18 32 40 24" of="rust" hand="M20 70l13-4" skin="skin-2" />
      </At>
      <path d="M8 138h164" />
    </>
  );
}

/** Somebody of the office reads it and sees that it is right. */
export function Checking(): VNode {
  return (
    <>
      <At x={74} y={52}>
        <Shape d={`${BUST}l9 16 9-16`} of="mint" />
        <Head hair="crop" skin="skin-1" look={0.5} glasses />
      </At>
      <Shape d="M108 60h48v62h-48zM118 78h28M118 90h28M118 102h14" of="card" />
      <Arm at="92 98" d="q4 24 22 22" of="mint" hand="M116 119l10-9" skin="skin-1" />
      <Shape d="M150 38a16 16 0 1 0 .1 0z" of="moss" />
      <path d="M142 54l6 6 10-11" stroke="var(--card)" />
      <path d="M8 138h164" />
    </>
  );
}

/** Two who meet in front of a door. */
export function Meeting(): VNode {
  return (
    <>
      <Shape d="M68 138V38q0-22 24-22t24 22v100z" of="straw" />
      <At x={52} y={54}>
        <Shape d={BUST} of="moss" />
        <Head hair="waves" of="gray" look={0.7} />
        <Arm at="18 46" d="q18 2 20-18" of="moss" hand="M39 26l2-13" skin="skin-1" thick={16} />
      </At>
      <At x={134} y={54}>
        <Head hair="bun" skin="skin-2" look={-0.7} mood="laugh" />
        <Shape d={BUST} of="rust" />
      </At>
      <path d="M8 138h164" />
    </>
  );
}

/** Somebody calls at night: a moon in the window, a number on the telephone’s other end that answers. */
export function Calling(): VNode {
  return (
    <>
      <Shape d="M14 18h62v66H14z" of="line" />
      <Shape d="M52 32a14 14 0 1 0 8 22 16 16 0 0 1-8-22z" of="straw" />
      <path d="M14 51h12M45 18v8M45 70v14M68 51h8" />
      <Shape
        d="M132 20h28q10 0 10 10v12q0 10-10 10h-14l-10 10v-10h-4q-10 0-10-10V30q0-10 10-10z"
        of="peach"
      />
      <path d="M134 36h.1M146 36h.1M158 36h.1" stroke-width="5" />
      <At x={92} y={56}>
        <Head hair="short" skin="skin-3" look={0.6} mood="calm" />
        <Shape d={BUST} of="moss" />
        <Shape d="M20-12h9v26h-9z" of="card" />
        <Arm at="26 46" d="c22 6 20-22 4-34" of="moss" hand="M27 12l-3-9" skin="skin-3" thick={16} />
      </At>
      <path d="M8 138h164" />
    </>
  );
}

/** Two with one letter, which one of them reads aloud. */
export function Reading(): VNode {
  return (
    <>
      <At x={50} y={52}>
        <Shape d={BUST} of="straw" />
        <Head hair="curls" skin="skin-3" look={0.8} mood="calm" />
      </At>
      <At x={130} y={52}>
        <Shape d={`${BUST}l9 16 9-16`} of="moss" />
        <Head hair="crop" of="gray" look={-0.7} glasses />
      </At>
      <Shape d="M64 78h52v54H64zM74 92h32M74 104h32M74 116h18" of="card" />
      <Arm at="148 98" d="q-2 28-22 26" of="moss" hand="M124 124l-12-6" skin="skin-1" />
      <Arm at="34 98" d="q2 28 20 26" of="straw" hand="M56 124l11-4" skin="skin-3" />
      <path d="M8 138h164" />
    </>
  );
}
