import type { FormWarning } from '../domain/documents/index.js';

const TEXTS: Readonly<Record<FormWarning['code'], string>> = {
  'office-writes-down':
    '「{label}」由{issuer}发给市州人民政府：部门和办公室不能直接向下级政府发指令性公文。请改用信函格式，或写明“经省政府同意”（文书记录里该公文的 approved: true），或改由省政府办公厅发文。',
  'prefecture-writes-down':
    '「{label}」的发文机关是{issuer}：市州人民政府对省里行文用报告、请示，不用通知、通报。请核对文书记录里的发文机关。',
  'upward-unsigned':
    '「{label}」是上行文，须注明签发人，{issuer}没有填签发人，印出来是空白。请在文书记录的 offices 里补上 signer。',
};

/** The Chinese sentence for a paper whose form does not fit who writes to whom. */
export function describeFormWarning(warning: FormWarning): string {
  return TEXTS[warning.code]
    .replaceAll('{label}', warning.label)
    .replaceAll('{issuer}', warning.issuer);
}
