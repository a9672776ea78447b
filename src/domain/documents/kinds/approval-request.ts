import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeNotice } from '../parts/describe-notice.js';
import { describePaper } from '../parts/describe-paper.js';
import { describeColumns } from '../parts/describe-results.js';
import { approvalRequestSchema, type ApprovalRequest } from './approval-request.schema.js';
import { resultNotice } from './result-notice.js';

/**
 * 考核结果的请示: one matter, the result and its publication, with every region's points and the draft
 * of the 通报 that is asked for. It is about all regions, whichever is named.
 */
export const approvalRequest: DocumentKind<ApprovalRequest> = {
  id: 'approval-request',
  label: '考核结果的请示',
  per: 'all',
  direction: 'upward',
  restsOnResult: true,
  schema: approvalRequestSchema,
  build(source) {
    const base = describeBase(source, approvalRequest);
    const { contact, remark } = base.paper;
    const paper = source.records.papers[resultNotice.id];
    const notice = describePaper(source, resultNotice);
    const hasIssuer = paper?.from !== undefined;
    const { activity, yearText } = base.set;
    const title = `${hasIssuer ? notice.issuer : ''}关于${yearText}${activity}结果的通报`;
    return {
      ...base,
      // A 请示 names in its 附注 whom to ask (党政机关公文处理工作条例 第九条、GB/T 9704).
      paper: {
        ...base.paper,
        remark: remark === '' && contact !== '' ? `联系人：${contact}` : remark,
      },
      ...describeNotice(source),
      columns: describeColumns(source.set),
      noticeIssuer: hasIssuer ? notice.issuer : '',
      noticeTitle: title,
      noticeAddressees: notice.addressees,
      attachments: ['考核得分汇总表', `${title}（代拟稿）`],
    };
  },
};
