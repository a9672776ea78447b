import { describe, expect, test } from 'vitest';
import { checkForm } from '../../../src/domain/documents/form-rules.js';
import { approvalRequest } from '../../../src/domain/documents/kinds/approval-request.js';
import { resultNotice } from '../../../src/domain/documents/kinds/result-notice.js';
import type { DocumentRecords } from '../../../src/domain/documents/records/records.schema.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();

/** The same records, with other 公文要素 of the request and another bureau. */
function withPaper(
  paper: Partial<DocumentRecords['papers'][string]>,
  bureau: Partial<DocumentRecords['offices'][string]> = {},
) {
  const { papers, offices } = source.records;
  const [own, office] = [papers[approvalRequest.id], offices['bureau']];
  if (own === undefined || office === undefined) throw new Error('no sample');
  const records = {
    ...source.records,
    papers: { ...papers, [approvalRequest.id]: { ...own, ...paper } },
    offices: { ...offices, bureau: { ...office, ...bureau } },
  };
  return { ...source, records };
}

describe('a 请示', () => {
  test('goes up with its 签发人 and says in its 附注 whom to ask', () => {
    expect(approvalRequest.build(source, undefined).paper).toMatchObject({
      isUpward: true,
      signer: '示例',
      addressees: '青海省人民政府',
      remark: '联系人：示例，0971-0000000',
    });
  });

  test('carries the draft of the very notice that will be printed', () => {
    const request = approvalRequest.build(source, undefined);
    const notice = resultNotice.build(source, undefined);
    expect(request.noticeTitle).toBe(
      '青海省人民政府办公厅关于2014—2015年度市州人民政府质量工作考核结果的通报',
    );
    expect(request.grades).toEqual(notice.grades);
    expect(request.consequences).toEqual(notice.consequences);
    expect(request.attachments[1]).toMatch(/（代拟稿）$/);
  });

  test('without records is addressed to nobody rather than to those below', () => {
    const { paper, noticeIssuer } = approvalRequest.build(withoutRecords(source), undefined);
    expect(paper.addressees).toBe('');
    expect(noticeIssuer).toBe('');
  });
});

describe('行文规则', () => {
  const codes = (from: typeof source) => checkForm(from, approvalRequest).map(({ code }) => code);

  test('finds nothing wrong with the sample', () => {
    expect(codes(source)).toEqual([]);
  });

  test.each([
    ['two addressees', { to: '省委、省政府' }, {}, 'request-to-several'],
    ['a copy to those below', { copyTo: ['各市、自治州人民政府'] }, {}, 'upward-copied-down'],
    ['a copy to one of them', { copyTo: ['西宁市人民政府'] }, {}, 'upward-copied-down'],
    ['no 签发人', {}, { signer: undefined }, 'upward-unsigned'],
    ['nobody to ask', {}, { contact: undefined }, 'request-without-contact'],
  ])('warns of a 请示 with %s', (_what, paper, bureau, code) => {
    expect(codes(withPaper(paper, bureau))).toEqual([code]);
  });
});
