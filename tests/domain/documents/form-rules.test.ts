import { describe, expect, test } from 'vitest';
import { checkForm } from '../../../src/domain/documents/form-rules.js';
import { DOCUMENT_KINDS, documentKind } from '../../../src/domain/documents/index.js';
import { describeFormWarning } from '../../../src/messages/form-warnings.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();

/** What is said of a document that this office sends, with or without 经省政府同意. */
function saidOf(id: string, office: string, approved?: boolean): string[] {
  const kind = documentKind(id);
  const paper = source.records.papers[id];
  if (kind === undefined || paper === undefined) throw new Error(`no ${id}`);
  const papers = { ...source.records.papers, [id]: { ...paper, from: office, approved } };
  const records = { ...source.records, papers };
  return checkForm({ ...source, records }, kind).map(({ code }) => code);
}

describe('who writes to whom decides the form', () => {
  test.each([
    ['result-notice', 'general', undefined, []],
    ['result-notice', 'province', undefined, []],
    ['result-notice', 'conference', undefined, ['office-writes-down']],
    ['result-notice', 'conference', true, []],
    ['admonition-notice', 'bureau', undefined, ['office-writes-down']],
    ['assessment-notice', 'bureau', true, []],
    ['feedback-letter', 'conference', undefined, []],
    ['result-submission', 'bureau', undefined, []],
  ] as const)('%s from %s, approved: %s', (id, office, approved, codes) => {
    expect(saidOf(id, office, approved)).toEqual(codes);
  });

  test('nothing is wrong with any of the sample’s papers', () => {
    for (const kind of DOCUMENT_KINDS) expect(checkForm(source, kind), kind.id).toEqual([]);
  });

  test('where nothing is recorded nothing is said', () => {
    for (const kind of DOCUMENT_KINDS) {
      expect(checkForm(withoutRecords(source), kind), kind.id).toEqual([]);
    }
  });

  test('each warning is a sentence that names the document and what to change', () => {
    for (const code of [
      'office-writes-down',
      'prefecture-writes-down',
      'upward-unsigned',
      'request-to-several',
      'request-without-contact',
      'upward-copied-down',
    ] as const) {
      const said = describeFormWarning({ code, issuer: '某办公室', label: '某公文' });
      expect(said).toMatch(/^「某公文」.+请.+。$/);
      expect(said).not.toMatch(/[{}]/);
    }
  });
});
