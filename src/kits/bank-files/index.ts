export { type AccountKind, type BankAccount, type BankLine, type BankStatement, signedYen } from './line.ts';
export { bankFileMessages } from './words.ts';
export { isZenginFile, readBankFile } from './zengin/read.ts';
