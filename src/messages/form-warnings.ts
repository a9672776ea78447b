import type { FormWarning } from '../domain/documents/index.js';

const TEXTS: Readonly<Record<FormWarning['code'], string>> = {
  'office-writes-down':
    '「{label}」由{issuer}发给市州人民政府：部门和办公室不能直接向下级政府发指令性公文。请改用信函格式，或写明“经省政府同意”（文书记录里该公文的 approved: true），或改由省政府办公厅发文。',
  'prefecture-writes-down':
    '「{label}」的发文机关是{issuer}：市州人民政府对省里行文用报告、请示，不用通知、通报。请核对文书记录里的发文机关。',
  'upward-unsigned':
    '「{label}」是上行文，须注明签发人，{issuer}没有填签发人，印出来是空白。请在文书记录的 offices（市州的报告在 selfReports、rectificationReports）里补上 signer。',
  'request-to-several':
    '「{label}」写了几个主送机关：上行文原则上只主送一个上级机关，需要同时送其他机关的用抄送。请改文书记录里该公文的 to。',
  'request-without-contact':
    '「{label}」没有联系人：请示应在附注处注明联系人的姓名和电话。请在文书记录的 offices 里给{issuer}补上 contact。',
  'upward-copied-down':
    '「{label}」抄送了下级机关：请示、报告不抄送下级机关。请改文书记录里该公文的 copyTo。',
};

/** The Chinese sentence for a paper whose form does not fit who writes to whom. */
export function describeFormWarning(warning: FormWarning): string {
  return TEXTS[warning.code]
    .replaceAll('{label}', warning.label)
    .replaceAll('{issuer}', warning.issuer);
}
