import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, BUST, Shape, SMALL } from './parts.tsx';

/** Children on the floor around picture cards; a grandmother reads the next one aloud. */
export function Karuta(): VNode {
  return (
    <>
      <path d="M50 24h104v76H50zM84 24v76M118 24v76M50 62h104" />
      <Shape d="M76 186h330l62 66h-456z" of="mint" />
      <path d="M240 186v66" />
      <Shape
        d="M34 214c-4-18 10-26 36-26s40 8 36 26zM182 206c-4-18 10-26 34-26s38 8 34 26zM382 216c-4-18 10-26 34-26s38 8 34 26z"
        of="hair"
      />
      <Reader />
      <At x={216} y={108} scale={0.9}>
        <Shape d={SMALL} of="straw" />
        <Head hair="bob" look={0.1} mood="laugh" />
        <Arm at="-15 38" d="q-22-4-24-24" of="straw" hand="M-40 12l-2-12" skin="skin-1" thick={15} />
      </At>
      <Cards />
      <At x={90} y={128} scale={0.9} turn={14}>
        <Shape d={SMALL} of="rust" />
        <Head hair="curls" skin="skin-3" look={0.9} />
        <Arm at="14 40" d="q10 24 34 24" of="rust" hand="M50 64l16 0" skin="skin-3" thick={16} />
      </At>
      <At x={400} y={132} scale={0.9} turn={-10}>
        <Shape d={SMALL} of="moss" />
        <Head hair="tails" skin="skin-2" look={-0.8} mood="laugh" />
        <Arm at="-14 40" d="q-8 24-32 24" of="moss" hand="M-48 64l-14 2" skin="skin-2" thick={16} />
      </At>
    </>
  );
}

function Reader(): VNode {
  return (
    <At x={312} y={82}>
      <Shape d="M-46 118c-4-26 14-34 46-34s50 8 46 34z" of="line" />
      <Shape d={BUST} of="peach" />
      <Head hair="waves" of="gray" look={-0.4} mood="laugh" />
      <Shape d="M-48 38h26v38h-26zM-42 48h14M-42 56h14" of="card" />
      <Arm at="22 46" d="c6 30-8 36-32 30" of="peach" hand="M-12 75l-13-5" skin="skin-1" />
    </At>
  );
}

function Cards(): VNode {
  return (
    <>
      <Shape
        d="M142 200l25-3 5 22-27 3zM182 212h26l2 23h-29zM232 220h27l3 24h-30zM282 208l25 1 7 22-29-1zM330 226l26-1 9 20-29 2zM116 226l26-4 3 22-29 3z"
        of="card"
      />
      <Shape d="M195 216l8 14h-16zM245 226a6 6 0 1 0 .1 0z" of="rust" />
      <path d="M150 208q5-5 8 1t8 1M294 215v10M290 220h9M343 235q5-4 9 0M125 234q5-6 10 0-5 6-10 0z" />
    </>
  );
}
