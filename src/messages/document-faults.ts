type Facts = Readonly<Record<string, string>>;
type Message = (facts: Facts) => { readonly what: string; readonly todo: string };

/** Everything that can keep a document from being checked. A code never changes meaning. */
export const DOCUMENT_FAULT_CODES = [
  'document-too-large',
  'document-unknown-kind',
  'document-old-format',
  'document-encrypted',
  'document-damaged',
  'document-bomb',
  'document-entities',
  'document-took-too-long',
  'document-without-text',
  'document-without-mark',
  'document-of-other-region',
] as const;

/** One of them. */
export type DocumentFaultCode = (typeof DOCUMENT_FAULT_CODES)[number];

const AGAIN = '请对方重新发送，或在 Word、WPS 里打开后另存';

/** The Chinese texts of why a document is not checked. */
export const DOCUMENT_FAULTS: Readonly<Record<DocumentFaultCode, Message>> = {
  'document-too-large': ({ limit = '' }) => ({
    what: `文件超过 ${limit} MB，没有读取`,
    todo: '删去插入的图片后另存再核验',
  }),
  'document-unknown-kind': () => ({
    what: '这个文件既不是 .docx，也不是 PDF，没有读取',
    todo: '公文稿用 .docx，打印件用本程序打印的 PDF',
  }),
  'document-old-format': () => ({
    what: '这是旧格式（.doc、.wps）或设了打开密码的文件，读不到内容',
    todo: '在 Word 或 WPS 里打开，取消密码，另存为 .docx 再核验',
  }),
  'document-encrypted': () => ({
    what: '文件设了打开密码，读不到内容',
    todo: '取消密码后另存再核验',
  }),
  'document-damaged': ({ part = '' }) => ({
    what: `文件已损坏或没有传完${part === '' ? '' : `（${part}）`}`,
    todo: AGAIN,
  }),
  'document-bomb': () => ({
    what: '文件解压后大得不正常，没有读取',
    todo: `不要打开它，先核实来源；${AGAIN}`,
  }),
  'document-entities': () => ({
    what: '文件的内部有文字处理软件不会写的声明，没有读取',
    todo: `不要打开它，先核实来源；${AGAIN}`,
  }),
  'document-took-too-long': () => ({
    what: '读取这个文件用的时间或内存超过限度，已停止',
    todo: '删去图片等附带内容后另存；仍不行的先核实来源',
  }),
  'document-without-text': () => ({
    what: '这个 PDF 里没有可取出的文字，可能是扫描件',
    todo: '用电子版核验；只有纸件的，扫二维码，用 verify-document --hash 核对校验码',
  }),
  'document-of-other-region': ({ own = '', asked = '' }) => ({
    what: `这份公文是${own}的，不是${asked}的，没有逐处对照`,
    todo: '换成对应的公文，或者去掉 --region',
  }),
  'document-without-mark': () => ({
    what: '文件里没有考衡的标识，看不出是哪个模板印的',
    todo: '在命令后写 --template（一个地区的再写 --region），例如 --template result-notice',
  }),
};
