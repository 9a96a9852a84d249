export { hashOf, isPinned, originOf, type Piece, type Sent, sentByMachine, sentByPerson } from './pieces.ts';
