import type { DocumentMark, ReadDocument } from '../../ports/document-reader.js';
import { DocumentRefused } from './document-refused.js';

/**
 * Reads the text of a printed file, and what the file says of itself. It is not drawn, and no script
 * in it is run.
 *
 * @throws DocumentRefused
 */
export async function readPrint(content: Uint8Array): Promise<ReadDocument> {
  const { extractText, getMeta } = await import('unpdf');
  let text: string;
  let info: Readonly<Record<string, unknown>>;
  try {
    // The library takes the bytes that it is given away from us.
    info = (await getMeta(content.slice())).info;
    text = (await extractText(content, { mergePages: true })).text;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentRefused(isLocked ? 'document-encrypted' : 'document-damaged');
  }
  if (text.trim() === '') throw new DocumentRefused('document-without-text');
  return {
    kind: 'print',
    mark: markOf(wordsOf(info, 'Keywords'), text),
    title: wordsOf(info, 'Title'),
    text,
  };
}

function wordsOf(info: Readonly<Record<string, unknown>>, key: string): string {
  const value = info[key];
  return typeof value === 'string' ? value : '';
}

/** The file's keywords say what it was made of; the run's hash stands on the sheet itself. */
function markOf(keywords: string, text: string): DocumentMark {
  const named = (name: string): string =>
    new RegExp(`(?:^|[\\s,;])${name}=([^\\s,;]{1,100})`).exec(keywords)?.[1] ?? '';
  const printed = /[\da-f]{64}/.exec(hashText(text))?.[0];
  return {
    template: named('template'),
    set: named('set'),
    version: named('version'),
    region: named('region'),
    run: printed ?? /[\da-f]{64}/.exec(keywords)?.[0] ?? '',
  };
}

/** What follows the words by which the run's hash is called, and not the digest of the set. */
function hashText(text: string): string {
  const plain = text.replace(/\s/g, '').toLowerCase();
  const found = [...plain.matchAll(/(?:校验码|计分校验)[^\da-f]{0,20}([\da-f]{64})/g)].map(
    ([, hash]) => hash ?? '',
  );
  return found[0] ?? '';
}
