import type { VNode } from 'preact';
import { Head } from './head.tsx';
import { Arm, At, COAT, Legs, Shape } from './parts.tsx';

/** Two doors side by side: out of one a neighbor comes to greet somebody with a suitcase, the other stands ajar. */
export function Doors(): VNode {
  return (
    <>
      <Shape d="M14 253V74l106-52 106 52v179z" of="sunken" />
      <Shape d="M254 253V74l106-52 106 52v179z" of="sunken" />
      <Shape d="M4 80l116-60 116 60M244 80l116-60 116 60" of="sunken" />
      <Shape d="M76 253V128q0-32 38-32t38 32v125z" of="straw" />
      <Shape d="M76 253V128q0-14 6-20l-34 14v131z" of="moss" />
      <path d="M58 190v8" />
      <Shape d="M330 253V128q0-32 38-32t38 32v125z" of="rust" />
      <path d="M394 186v10M352 122h32v30h-32zM368 122v30M352 137h32" />
      <Shape d="M424 214h32l-4 39h-24z" of="peach" />
      <Shape d="M440 214v-22q-16-2-18-18 18 0 18 18 2-16 18-16-2 16-18 16" of="mint" />
      <At x={142} y={100}>
        <Legs from={112} to={153} of="line" />
        <Shape d={COAT} of="rust" />
        <Head hair="waves" of="gray" look={0.8} mood="laugh" glasses />
        <Arm at="18 46" d="c10 16 22 14 32-4" of="rust" hand="M54 38l8-9" skin="skin-1" />
      </At>
      <At x={252} y={98}>
        <Legs from={114} to={155} of="hair" />
        <Shape d={COAT} of="moss" />
        <Head hair="bun" skin="skin-2" look={-0.8} />
        <Arm at="19 48" d="c12 20 18 34 22 46" of="moss" hand="M42 100l2 8" skin="skin-2" />
      </At>
      <Shape d="M282 212h40v40h-40zM292 212v-10h20v10M292 212v40M312 212v40" of="straw" />
      <path d="M4 253h472" />
    </>
  );
}
