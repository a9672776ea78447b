import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../../src/adapters/chromium/chromium-renderer.js';
import type { DocumentRenderer, FillDocument } from '../../../src/ports/document-renderer.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { documentOf, filledWith } from './filled.js';
import { readPrint } from './read-print.js';

let printer: DocumentRenderer;
beforeAll(() => {
  printer = createChromiumRenderer({ pages: 3 });
});
afterAll(() => printer.close());

/** A letter to a region, of its own title and of one page or two. */
function letterTo(number: number): FilledTemplate {
  const title = `考核结果第${number}号`;
  const region = { id: String(number), name: `第${number}州` };
  const body = documentOf((number % 2) + 1, { hasColophon: false, title });
  return filledWith(body, { title, facts: { region } });
}

function letter(number: number): FillDocument {
  return () => Promise.resolve({ ok: true, value: letterTo(number) });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('letters come out in their order, each whole', async () => {
  const titles: string[] = [];
  for await (const printed of printer.renderAll(numbers(12).map(letter))) {
    if (!printed.ok) throw new Error(printed.error.code);
    const pages = await readPrint(printed.value.pdf);
    titles.push(`${/第\d+号/.exec(pages[0]?.text ?? '')?.[0] ?? ''} ${pages.length}`);
  }
  expect(titles).toEqual(numbers(12).map((number) => `第${number}号 ${(number % 2) + 1}`));
});

test('one that cannot be filled or printed does not stop the others', async () => {
  const broken: FillDocument = () =>
    Promise.resolve({ ok: false, error: { code: 'broken-template', facts: {} } });
  const empty: FillDocument = () =>
    Promise.resolve({ ok: true, value: filledWith('', { title: '空白' }) });
  const outcomes: string[] = [];
  const fills = [letter(0), broken, letter(1), empty, letter(2)];
  for await (const printed of printer.renderAll(fills)) {
    outcomes.push(printed.ok ? 'printed' : printed.error.code);
  }
  expect(outcomes).toEqual(['printed', 'broken-template', 'printed', 'unexpected-pdf', 'printed']);
});

test('is filled only when its turn comes near', async () => {
  let filled = 0;
  let taken = 0;
  const fills = numbers(100).map((number): FillDocument => {
    const fill = letter(number);
    return () => {
      filled += 1;
      return fill();
    };
  });
  for await (const printed of printer.renderAll(fills)) {
    expect(printed.ok).toBe(true);
    taken += 1;
    expect(filled - taken).toBeLessThan(75);
  }
  expect(taken).toBe(100);
});

test('each has the bytes that it has when it is printed alone', async () => {
  const together: Uint8Array[] = [];
  for await (const printed of printer.renderAll(numbers(12).map(letter))) {
    if (printed.ok) together.push(printed.value.pdf);
  }
  for (const number of [0, 5, 11]) {
    const alone = await printer.render(letterTo(number));
    if (!alone.ok) throw new Error(alone.error.code);
    expect(Buffer.compare(together[number] ?? Buffer.of(), alone.value.pdf)).toBe(0);
  }
});

test('one in the middle that cannot share a print spoils none of the others', async () => {
  const wide = letterTo(2);
  const tooWide: FilledTemplate = {
    ...wide,
    body: wide.body.replace('<main>', '<main><p style="width:500mm">宽</p>'),
  };
  const fills = numbers(4).map(letter);
  fills[2] = () => Promise.resolve({ ok: true, value: tooWide });
  const widths: (number | undefined)[] = [];
  for await (const printed of printer.renderAll(fills)) {
    if (!printed.ok) throw new Error(printed.error.code);
    const [page] = await readPrint(printed.value.pdf);
    widths.push(page?.words.find(({ text }) => text.startsWith('正文'))?.x);
  }
  expect(widths[0]).toBeCloseTo(28, 0);
  expect(new Set([widths[0], widths[1], widths[3]]).size).toBe(1);
});

test('all are printed although the browser is killed in the middle', async () => {
  const own = (): number[] =>
    execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((row) => /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(row))
      .filter((row) => row?.[2] === String(process.pid) && row[3]?.includes('--remote-debugging'))
      .map((row) => Number(row?.[1]));
  const outcomes: string[] = [];
  for await (const printed of printer.renderAll(numbers(40).map(letter))) {
    outcomes.push(printed.ok ? 'printed' : printed.error.code);
    if (outcomes.length === 5 || outcomes.length === 12) {
      for (const pid of own()) process.kill(pid, 'SIGKILL');
    }
  }
  expect(outcomes).toEqual(numbers(40).map(() => 'printed'));
}, 60_000);
