const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes a text file of an office machine: by its byte order mark; without one UTF-8, and where
 * that is invalid GB18030, which is what Chinese Windows writes.
 *
 * @returns the text without mark; undefined when no encoding fits
 */
export function decodeText(content: Uint8Array): string | undefined {
  const mark = MARKS.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte));
  const candidates = mark === undefined ? ['utf-8', 'gb18030'] : [mark[0]];
  for (const encoding of candidates) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch {
      // Not this encoding: the next one, or none.
    }
  }
  return undefined;
}
