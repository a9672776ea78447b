import { CSV_FAULTS } from './csv-faults.js';
import { DATA_FAULT_MESSAGES } from './data-faults.js';
import { DOCUMENT_FAULTS } from './document-faults.js';
import { FORMULA_FAULT_MESSAGES } from './formula-faults.js';
import { JSON_FAULTS } from './json-faults.js';
import { RECORD_FAULTS } from './record-faults.js';
import { SET_FAULT_MESSAGES, SET_WARNING_MESSAGES } from './set-faults.js';
import { WORKBOOK_FAULTS } from './workbook-faults.js';
import { YAML_FAULTS } from './yaml-faults.js';

type Facts = Readonly<Record<string, string>>;

/** What happened, and what to do about it: two Chinese sentences. */
export interface FaultMessage {
  readonly what: string;
  readonly todo: string;
}

type Message = (facts: Facts) => FaultMessage;

/** The catalogues by subject. A new one is added here and nowhere else. */
export const CATALOGUES: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  yaml: YAML_FAULTS,
  csv: CSV_FAULTS,
  json: JSON_FAULTS,
  data: DATA_FAULT_MESSAGES,
  formula: FORMULA_FAULT_MESSAGES,
  set: SET_FAULT_MESSAGES,
  setWarning: SET_WARNING_MESSAGES,
  workbook: WORKBOOK_FAULTS,
  document: DOCUMENT_FAULTS,
  record: RECORD_FAULTS,
};

const MESSAGES: ReadonlyMap<string, Message> = new Map(
  Object.values(CATALOGUES).flatMap((catalogue) => Object.entries(catalogue)),
);

/**
 * The Chinese sentences of a fault or a warning.
 *
 * @throws RangeError when no catalogue knows the code: a bug
 * @example faultMessage({ code: 'yaml-tab', facts: {} }).todo // '改用空格，每级缩进两个空格。'
 */
export function faultMessage(fault: {
  readonly code: string;
  readonly facts: Facts;
}): FaultMessage {
  const message = MESSAGES.get(fault.code);
  if (message === undefined) throw new RangeError(`no message for the code ${fault.code}`);
  const { what, todo } = message(fault.facts);
  return { what: sentence(`${rowOf(fault.facts, what)}${what}`), todo: sentence(todo) };
}

/** 海东市「品牌发展战略实施」：, whose row of a form it is, as far as the sentence does not say. */
function rowOf({ rowRegion = '', rowName = '' }: Facts, what: string): string {
  const region = what.includes(rowRegion) ? '' : rowRegion;
  const name = rowName === '' || what.includes(rowName) ? '' : `「${rowName}」`;
  return region === '' && name === '' ? '' : `${region}${name}：`;
}

/** Every message ends as a sentence does, whichever catalogue it comes from. */
function sentence(text: string): string {
  return /[。？！；]）?$/u.test(text) ? text : `${text}。`;
}
export { findingMessage } from './finding-message.js';
