import { beforeAll, describe, expect, test } from 'vitest';
import { createOfficeWriter } from '../../../src/adapters/docx/create-office-writer.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import { DOCUMENT_KINDS } from '../../../src/domain/documents/index.js';
import { shippedDocument } from '../../adapters/docx/shipped-drafts.js';
import { sampleSource } from './sample-source.js';

let source: DocumentSource;
beforeAll(async () => {
  source = await sampleSource();
});

const resting = DOCUMENT_KINDS.filter(({ restsOnResult }) => restsOnResult).map(({ id }) => id);
const others = DOCUMENT_KINDS.filter(({ restsOnResult }) => !restsOnResult).map(({ id }) => id);

describe('what goes before the result, or says the rules alone', () => {
  test('is the notice, the filing, the self-assessment, the confirmation, the visit, the rules', () => {
    expect(others.sort()).toEqual([
      'assessment-notice',
      'data-confirmation',
      'handbook',
      'preview',
      'rule-changes',
      'self-assessment',
      'site-visit-record',
      'target-filing',
    ]);
  });

  test.each(others)(
    '%s carries no run hash on paper, in Word or in its facts',
    async (template) => {
      const filled = await shippedDocument(template, source);
      const { runHash } = source.run;
      expect(filled.facts.runHash).toBe('');
      expect(filled.body).not.toContain(runHash);
      expect(filled.css).toContain('--run-mark:none;');
      expect(filled.css).not.toContain('--text-run-hash:"');
      const draft = await createOfficeWriter().docx(filled);
      if (!draft.ok) throw new Error(draft.error.code);
      const archive = openArchive(draft.value.docx);
      const parts = archive.names.map((name) => archive.read(name).toString('utf8'));
      expect(parts.filter((part) => part.includes(runHash))).toEqual([]);
    },
  );
});

describe('what says a result', () => {
  test.each(resting)('%s carries the hash of its run', async (template) => {
    const { facts } = await shippedDocument(template, source, 'haidong');
    expect(facts.runHash).toBe(source.run.runHash);
  });

  test('is a comparison of two sets too, once both have scored the data', async () => {
    const regions = source.set.regions.assessed.map(({ id, name }) => {
      const standing = { score: '1', rank: 1, grade: null };
      return { id, name, before: standing, after: standing };
    });
    const before = { id: 'before', version: '1.0.0', title: '变更前' };
    const compared = { ...source, comparison: { before, regions } };
    const { facts } = await shippedDocument('rule-changes', compared);
    expect(facts.runHash).toBe(source.run.runHash);
  });
});
