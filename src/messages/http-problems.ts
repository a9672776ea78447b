/** What a problem of the HTTP interface says beside its code; RFC 9457. */
export interface HttpProblem {
  readonly status: number;
  /** The same for every problem of the code. */
  readonly title: string;
  /** What to do, where no other text says it. */
  readonly todo: string;
}

/** Every problem that the HTTP interface answers with. A code never changes meaning. */
export const HTTP_PROBLEMS = {
  'bad-json': {
    status: 400,
    title: '请求正文不是完整的 JSON',
    todo: '检查引号、逗号和括号是否成对。',
  },
  'bad-request': {
    status: 400,
    title: '请求的内容不合接口的要求',
    todo: '按 faults 列出的位置改正；接口说明见 /docs。',
  },
  'bad-upload': {
    status: 400,
    title: '上传的文件没有读完整',
    todo: '用 multipart/form-data 重新上传，每个文件一栏。',
  },
  'foreign-site': {
    status: 403,
    title: '不接受其他网站的页面发来的请求',
    todo: '从本程序自己的页面，或用程序直接访问。',
  },
  'not-found': { status: 404, title: '没有这个地址', todo: '接口说明见 /docs。' },
  'unknown-set': {
    status: 404,
    title: '没有这个指标体系',
    todo: '用 GET /api/v1/sets 查看已有的体系。',
  },
  'unknown-region': {
    status: 404,
    title: '该体系没有这个被考核地区',
    todo: '用 GET /api/v1/sets/{体系} 查看被考核地区的代号。',
  },
  'unknown-indicator': {
    status: 404,
    title: '该体系没有这个末级指标',
    todo: '用 GET /api/v1/sets/{体系} 查看指标的代号。',
  },
  'unknown-template': {
    status: 404,
    title: '没有这个公文模板',
    todo: '可用的模板有 result-notice、score-sheet 等，见 templates/。',
  },
  'method-not-allowed': {
    status: 405,
    title: '这个地址不接受这种方法',
    todo: '接口说明见 /docs。',
  },
  'request-timeout': {
    status: 408,
    title: '请求没有在限定的时间内发完',
    todo: '检查网络后重试；数据较多时可分文件、压缩空白后上传。',
  },
  'too-large': {
    status: 413,
    title: '请求正文超过上限',
    todo: '去掉无关的内容，或用命令行 kaoheng score 处理。',
  },
  'too-many-files': {
    status: 413,
    title: '一次上传的文件太多',
    todo: '把数据合并成较少的文件，或用命令行 kaoheng score 处理。',
  },
  'unsupported-media-type': {
    status: 415,
    title: '不认识这种请求正文',
    todo: '用 application/json 或 multipart/form-data。',
  },
  'foreign-host': {
    status: 421,
    title: '请求不是发给本机的',
    todo: '用启动时显示的网址访问。',
  },
  'data-faults': {
    status: 422,
    title: '数据有错',
    todo: '按 faults 列出的位置逐条改正后重试。',
  },
  'data-unreadable': {
    status: 422,
    title: '不认识这种数据文件',
    todo: '数据可用 .xlsx（填报表）、.yaml、.yml、.csv、.json。',
  },
  'data-empty': { status: 422, title: '没有收到数据', todo: '上传至少一个数据文件。' },
  'header-too-large': {
    status: 431,
    title: '请求头超过上限',
    todo: '去掉多余的请求头后重试。',
  },
  internal: {
    status: 500,
    title: '程序内部错误，不是您的数据有错',
    todo: '请把编号（instance）报告给维护者。',
  },
  'set-faults': {
    status: 500,
    title: '服务器上的这个指标体系有错，不能使用',
    todo: '在服务器上运行 kaoheng validate 查看并改正。',
  },
  'print-failed': {
    status: 503,
    title: '公文没有印出来',
    todo: '在服务器上运行 kaoheng doctor 检查浏览器和字体。',
  },
  busy: {
    status: 503,
    title: '正在处理的请求太多',
    todo: '请按 Retry-After 的秒数稍后重试。',
  },
} as const satisfies Readonly<Record<string, HttpProblem>>;

/** One of the codes above. */
export type HttpProblemCode = keyof typeof HTTP_PROBLEMS;
