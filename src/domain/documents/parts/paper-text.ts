import { quotesOnPaper } from './paper-quotes.js';

/** A blank between a Chinese character or sign and a number or a Latin letter. */
const BLANK =
  /(?<=[\p{Script=Han}：，。；、（）「」《》]) (?=[\dA-Za-z])|(?<=[\dA-Za-z%‰]) (?=[\p{Script=Han}（「《])/gu;

/**
 * A sentence as a 公文 has it: numbers stand close to the words around them, as in the document
 * style of GB/T 9704-2012, where a screen puts a blank for the eye.
 *
 * @example textOnPaper('只有 38 批次，少于 100 批次') // '只有38批次，少于100批次'
 */
export function textOnPaper(text: string): string {
  return quotesOnPaper(text.replaceAll(BLANK, ''));
}
