import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, BUST, COAT, Legs, Shape, SMALL } from './parts.tsx';

/** At an office: a clerk behind the counter, and a neighbor who goes through it with a mother and her child. */
export function Counter(): VNode {
  return (
    <>
      <Shape d="M46 14h46q14 0 14 14t-14 14l2 12-16-12h-32q-14 0-14-14t14-14zM48 28h42" of="peach" />
      <Shape d="M252 14h44q14 0 14 14t-14 14h-30l-16 12 2-12q-14 0-14-14t14-14zM254 28h40" of="mint" />
      <Clerk />
      <Desk />
      <Neighbor />
      <Mother />
      <Child />
      <path d="M12 253h456" />
    </>
  );
}

function Clerk(): VNode {
  return (
    <>
      <Shape d="M326 16h100v30h-100zM344 16V4M408 16V4M342 31h34M388 31h16m-6-6 6 6-6 6" of="card" />
      <At x={376} y={92}>
        <Shape d={BUST} of="mint" />
        <Shape d="M-9 24l9 17 9-17M0 41v30" of="card" />
        <Head hair="short" look={-0.8} />
      </At>
    </>
  );
}

function Desk(): VNode {
  return (
    <>
      <Shape d="M268 170h196v83h-196z" of="sunken" />
      <Shape d="M258 158h214v13h-214zM302 158l8-9h44l-6 9z" of="card" />
      <Shape d="M430 158v-16h22v16z" of="rust" />
      <Shape d="M441 142v-12q-1-12-15-14 1 13 15 14 1-12 15-14-1 13-15 14" of="moss" />
    </>
  );
}

function Neighbor(): VNode {
  return (
    <At x={218} y={79}>
      <Legs from={126} to={174} of="line" />
      <Shape d={`${COAT}l9 14 9-14M0 38v91`} of="moss" />
      <Head hair="waves" of="gray" look={-0.7} glasses />
      <Arm at="19 44" d="c6 26 20 32 48 26" of="moss" hand="M70 70l19 1m-8 0 8 4" skin="skin-1" />
    </At>
  );
}

function Mother(): VNode {
  return (
    <At x={128} y={82}>
      <Legs from={126} to={171} of="hair" />
      <Shape d={COAT} of="rust" />
      <Shape d="M-9 24l9 16 9-16" of="card" />
      <Head hair="bun" skin="skin-2" look={0.8} />
      <Shape d="M32 60l34-10 9 36-34 10zM43 69l20-6M46 79l12-4" of="card" />
      <Arm at="-18 46" d="c-9 34 6 48 44 45" of="rust" hand="M32 91l13-3 4-8" skin="skin-2" />
    </At>
  );
}

function Child(): VNode {
  return (
    <At x={60} y={158} scale={0.82}>
      <Legs from={82} to={115} of="skin-2" shoes="rust" />
      <Shape d="M-34 32q0-8 10-8h12v50h-12q-10 0-10-8z" of="rust" />
      <Shape d={SMALL} of="straw" />
      <Head hair="tails" skin="skin-2" look={0.7} mood="laugh" />
      <Arm at="15 36" d="q8 15 20 12" of="straw" hand="M42 46l7-5" skin="skin-2" thick={16} />
    </At>
  );
}
