import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, BUST, Shape, SMALL } from './parts.tsx';

/** Two families around one warm table: a grandfather and a girl; a mother, a father and a boy. */
export function Table(): VNode {
  return (
    <>
      <path d="M240 0v16" />
      <Shape d="M206 38c0-14 14-22 34-22s34 8 34 22z" of="straw" />
      <At x={84} y={97}>
        <Shape d={`${BUST}l9 16 9-16M0 40v46`} of="line" />
        <Head hair="bald" of="gray" look={0.6} />
      </At>
      <At x={160} y={116} scale={0.84}>
        <Shape d={SMALL} of="rust" />
        <Head hair="tails" look={0.6} mood="laugh" />
      </At>
      <At x={244} y={92}>
        <Shape d={BUST} of="moss" />
        <Head hair="scarf" of="peach" skin="skin-2" look={-0.6} />
      </At>
      <At x={328} y={116} scale={0.84}>
        <Shape d={SMALL} of="straw" />
        <Head hair="curls" skin="skin-2" look={-0.8} mood="laugh" />
      </At>
      <At x={398} y={96}>
        <Shape d={BUST} of="peach" />
        <Head hair="crop" skin="skin-3" look={-0.8} />
      </At>
      <Board />
      <Arm at="108 147" d="q10 22 34 14" of="line" hand="M142 162l14-5" skin="skin-1" />
      <Shape d="M150 146h30q-2 17-15 17t-15-17z" of="rust" />
      <Arm at="374 146" d="q-14 22-38 14" of="peach" hand="M340 160l-14-3" skin="skin-3" />
      <path d="M8 253h464" />
    </>
  );
}

function Board(): VNode {
  return (
    <>
      <Shape d="M52 186h376l34 67H18z" of="sunken" />
      <path
        d="M72 220q14-12 28 0t28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0 28 0"
        stroke="var(--rust)"
      />
      <Shape d="M34 174h412v12h-412z" of="card" />
      <Shape d="M204 154a11 8 0 0 1 18-4 11 8 0 0 1 20-3 11 8 0 0 1 20 3 11 8 0 0 1 18 4z" of="straw" />
      <Shape d="M198 154h92M206 154h72q-2 20-18 20h-36q-16 0-18-20z" of="line" />
      <Shape d="M98 160h28q-2 14-14 14t-14-14zM310 160h28q-2 14-14 14t-14-14z" of="mint" />
      <Shape d="M372 174v-15h16v15zM56 174v-15h16v15z" of="card" />
    </>
  );
}
