import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/adapters/xlsx/zip-archive.js';
import { editDraft } from '../adapters/documents/edited-drafts.js';
import { partOf } from '../adapters/docx/drafts.js';
import { savedByLibreOffice } from '../adapters/docx/libre-office.js';
import { shippedDraft } from '../adapters/docx/shipped-drafts.js';
import { kaoheng, withFolder } from './run.js';

const ABSENT = 'LibreOffice is not installed here';

let saved: Uint8Array | undefined;
beforeAll(async () => {
  saved = savedByLibreOffice(await shippedDraft('result-notice'));
}, 120_000);

async function verified(
  draft: Uint8Array,
): Promise<{ readonly exit: number; readonly out: string }> {
  return withFolder(async (folder) => {
    const path = join(folder, '通报.docx');
    await writeFile(path, draft);
    return kaoheng('verify-document', path, 'qinghai-2015');
  });
}

describe('a notice that came back from an office with LibreOffice, which drops the tags of controls', () => {
  it('agrees when nothing was changed', async ({ skip }) => {
    if (saved === undefined) return skip(ABSENT);
    expect(partOf(saved)).not.toContain('score:xining');
    const { exit, out } = await verified(saved);
    expect(out).toContain('核验通过');
    expect(out).not.toContain('figure-');
    expect(exit).toBe(0);
  }, 60_000);

  it('has its changed score found, with whose it is', async ({ skip }) => {
    if (saved === undefined) return skip(ABSENT);
    const { exit, out } = await verified(
      editDraft(saved, (xml) => xml.replace('>93.30<', '>93.03<')),
    );
    expect(out).toContain('西宁市 总分应为 93.30，文中是 93.03。（figure-changed）');
    expect(exit).toBe(1);
  }, 60_000);
});

describe('a letter with a chart that came back from there', () => {
  it('still has its picture and agrees; another addressee is found', async ({ skip }) => {
    const letter = savedByLibreOffice(await shippedDraft('feedback-letter', undefined, 'haixi'));
    if (letter === undefined) return skip(ABSENT);
    const pictures = openArchive(letter).names.filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(1);
    const same = await verified(letter);
    expect(same.out).toContain('核验通过');
    const other = await verified(
      editDraft(letter, (xml) => xml.replace('>海西州人民政府<', '>海北州人民政府<')),
    );
    expect(other.out).toContain('海西州 政府名称应为 海西州人民政府，文中是 海北州人民政府');
    expect(other.exit).toBe(1);
  }, 120_000);
});
