import { describe, expect, test } from 'vitest';
import {
  redirected,
  UnexpectedPdf,
  writeValue,
} from '../../../../src/adapters/chromium/pdf/pdf-value.js';
import { readValue } from '../../../../src/adapters/chromium/pdf/read-value.js';

describe('a value of a PDF', () => {
  test.each([
    '<</Type /Page\n/Kids [1 0 R 22 0 R]\n/Matrix [.24 0 0 -.24 0 841.92]>>',
    '<</Title <FEFF80038861>\n/Note (a \\) >> b)\n/Open true\n/None null>>',
    '[[] <<>> /Name -3 +4 5.]',
    '[1 0 R 0 1 0]',
  ])('is written as it was read: %s', (source) => {
    expect(writeValue(readValue(source, 0).value)).toBe(source);
  });

  test('ends where the next thing begins', () => {
    const { end } = readValue('<</Length 5>> stream', 0);
    expect(end).toBe('<</Length 5>>'.length);
  });

  test.each(['<</A 1', '[1 2', '<</A (open', '%comment', '<<1 2>>', ']'])(
    'that is broken is refused: %s',
    (source) => {
      expect(() => readValue(source, 0)).toThrow(UnexpectedPdf);
    },
  );

  test('leads to other objects when they took the place of its own', () => {
    const { value } = readValue('<</Dest [4 0 R /XYZ 0 0 0]\n/P 14 0 R>>', 0);
    expect(writeValue(redirected(value, new Map([[4, 2]])))).toBe(
      '<</Dest [2 0 R /XYZ 0 0 0]\n/P 14 0 R>>',
    );
  });
});
