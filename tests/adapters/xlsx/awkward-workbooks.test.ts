import { describe, expect, it } from 'vitest';
import { csvDataSource } from '../../../src/adapters/csv/csv-data-source.js';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { LIMITS } from '../../../src/adapters/xlsx/limits.js';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { xlsxDataSource } from '../../../src/adapters/xlsx/xlsx-data-source.js';
import { examineYearData, findFindings, type DataFile } from '../../../src/domain/metrics/index.js';
import { digestOf } from '../../../src/domain/scoring/index.js';
import { checkForms, type SheetRow, type Workbook } from '../../../src/domain/workbooks/index.js';
import { answered, bytesOf, changed, eachRow, filled, headsOf, set } from './haidong-form.js';
import { rewrite, unzip, withParts, zip, type Part } from './zip-parts.js';

const source = xlsxDataSource((content) => Promise.resolve(readWorkbook(content)));
const digest = digestOf(set, sha256);

/** What reading gives: what was said, else codes with their cells. */
async function verdict(
  content: Uint8Array,
  file = '海东市.xlsx',
  others: readonly DataFile[] = [],
) {
  const read = await source.read(content, file);
  if (!read.ok) return { faults: brief(read.error), said: [], notes: [] };
  const forms = checkForms([...others, read.value], { set, digest, period: undefined });
  const { data, faults } = examineYearData(forms.files, set);
  const findings = [...forms.findings, ...findFindings(data, set)];
  return {
    faults: brief([...forms.faults, ...faults]),
    said: [
      ...data.values.map(
        (one) => `${one.metric}=${one.status === 'present' ? one.text : one.status}`,
      ),
      ...data.targets.map((one) => `${one.metric}→${one.value}`),
      ...data.marks.map((one) => `${one.indicator}:${one.points}`),
    ],
    notes: findings
      .filter(({ code }) => code.startsWith('workbook-') || code === 'data-not-applicable-pending')
      .map(({ code }) => code),
  };
}

function brief(
  faults: readonly { code: string; sheet?: string; line: number; column: number }[],
): readonly string[] {
  return faults.map(({ code, sheet, line, column }) =>
    sheet === undefined
      ? code
      : `${code} ${sheet}!${String.fromCharCode(64 + column)}${String(line)}`,
  );
}

const honest = await verdict(await bytesOf());
const bytes = await bytesOf();

/** The honest values with one of them changed. */
function saying(metric: string, text: string | undefined): readonly string[] {
  return honest.said.flatMap((one) =>
    one.startsWith(`${metric}=`) ? (text === undefined ? [] : [`${metric}=${text}`]) : [one],
  );
}

const SHEET = '填报数据';

/** The answer to the manufacturing rate stands here. */
const RATE = `${SHEET}!G6`;

describe('an honest form', () => {
  it('says what was filled in', () => {
    expect(honest).toEqual({
      faults: [],
      said: [
        'agri_stated_rate=96.65',
        'mfg_stated_rate=93.36',
        'plan_inclusion=area',
        'policies_in_place=6',
        'work_report=partly',
        'yearly_scheme=yes',
        'mfg_rate→93',
        'brand:3.3',
      ],
      notes: [],
    });
  });
});

/** What an office did to its form without changing what it says. */
const HARMLESS: Readonly<Record<string, () => Workbook | Uint8Array>> = {
  'full-width digits': () => answered('mfg_stated_rate', { text: '９３．３６' }),
  'a number stored as text': () => answered('mfg_stated_rate', { text: '93.36' }),
  'a percentage by its format': () =>
    answered('mfg_stated_rate', { number: '0.9336', format: '0.00%' }),
  'a percentage with its sign as text': () => answered('mfg_stated_rate', { text: '93.36%' }),
  'a percentage with a full-width sign': () => answered('mfg_stated_rate', { text: '93.36％' }),
  'the float that is nearest to what was typed': () =>
    rewrite(bytes, /sheet2/, (xml) => xml.replace('<v>93.36</v>', '<v>93.359999999999999</v>')),
  'stray blanks of every kind': () =>
    answered('mfg_stated_rate', { text: ' \u3000\u00a093.36\u200b\n ' }),
  'a choice by its code': () => answered('plan_inclusion', { text: 'area' }),
  'a tick for yes': () => answered('yearly_scheme', { text: '√' }),
  'a boolean for yes': () =>
    rewrite(bytes, /sheet2/, (xml) =>
      xml.replace(/<c r="G10"[^>]*><v>\d+<\/v><\/c>/, '<c r="G10" t="b"><v>1</v></c>'),
    ),
  'a column inserted before the answers': () =>
    changed(SHEET, (sheet) =>
      eachRow(sheet, (cells, isHead) =>
        cells.toSpliced(4, 0, { look: 'text', text: isHead ? '联系人' : '某某' }),
      ),
    ),
  'rows inserted above the table': () =>
    changed(SHEET, (sheet) => {
      const blank: SheetRow = { cells: [{ look: 'text', text: '附件2' }] };
      return {
        ...sheet,
        merges: [],
        validations: [],
        headRow: undefined,
        hasFilter: false,
        rows: [blank, blank, ...sheet.rows],
      };
    }),
  'rows sorted the other way': () =>
    changed(SHEET, (sheet) => {
      const head = sheet.headRow ?? 1;
      return {
        ...sheet,
        rows: [...sheet.rows.slice(0, head), ...sheet.rows.slice(head).reverse()],
      };
    }),
  'sheets renamed': () => ({
    ...filled,
    sheets: filled.sheets.map((sheet) =>
      sheet.isHidden ? sheet : { ...sheet, name: `${sheet.name}（终稿）` },
    ),
  }),
  'sheets in another order, one of its own added': () => ({
    ...filled,
    sheets: [
      ...filled.sheets.toReversed(),
      { ...(filled.sheets[0] ?? raise()), name: '我的草稿', isHidden: false },
    ],
  }),
  'the codes deleted': () =>
    changed(SHEET, (sheet) => eachRow(sheet, (cells) => cells.toSpliced(0, 1))),
  'the names overwritten': () =>
    changed(SHEET, (sheet) =>
      eachRow(sheet, (cells, isHead) =>
        isHead ? cells : cells.with(1, { look: 'text', text: '见上' }),
      ),
    ),
  'a remark in a head': () =>
    changed(SHEET, (sheet) =>
      eachRow(sheet, (cells, isHead) =>
        isHead ? cells.with(6, { look: 'head', text: '本 年 值（请核对）' }) : cells,
      ),
    ),
  'remarks below the table': () =>
    changed(SHEET, (sheet) => ({
      ...sheet,
      rows: [
        ...sheet.rows,
        { cells: [{ look: 'text', text: '注：以上数据已经核对。' }] },
        {
          cells: [
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            undefined,
            { look: 'text', text: '审核人：某某' },
          ],
        },
      ],
    })),
  'a namespace prefix on every element': () =>
    rewrite(bytes, /sheet\d|workbook\.xml$|sharedStrings|styles/, (xml) =>
      xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2'),
    ),
  'a byte order mark and absolute targets': () =>
    rewrite(
      bytes,
      /rels$|workbook\.xml$/,
      (xml) => `\ufeff${xml.replaceAll('Target="worksheets', 'Target="/xl/worksheets')}`,
    ),
  'cells and rows without their names': () =>
    rewrite(bytes, /sheet2\.xml$/, (xml) =>
      xml.replace(/<row r="\d+"/g, '<row').replace(/<c r="[A-Z]+\d+"/g, '<c'),
    ),
  'texts in pieces, with a reading aid': () =>
    rewrite(bytes, /sharedStrings/, (xml) =>
      xml.replace(
        '<t>体现不充分</t>',
        '<r><t>体现</t></r><r><t>不充分</t></r><rPh sb="0" eb="1"><t>tixian</t></rPh>',
      ),
    ),
  'comments, processing instructions and CDATA': () =>
    rewrite(bytes, /sharedStrings/, (xml) =>
      xml.replace('<t>体现不充分</t>', '<!-- a < b --><?note x?><t><![CDATA[体现不充分]]></t>'),
    ),
  'pictures in cells as WPS keeps them': () =>
    withParts(bytes, { 'xl/cellimages.xml': '<etc:cellImages/>', 'xl/media/image1.png': 'x' }),
};

describe('a form that an office changed', () => {
  it.each(Object.entries(HARMLESS))('says the same after %s', async (_, make) => {
    const made = make();
    const content = made instanceof Uint8Array ? made : await bytesOf(made);
    const { faults, said } = await verdict(content);

    expect(faults).toEqual([]);
    expect(said).toEqual(honest.said);
  });

  it('counts the stored value of a formula and notes it', async () => {
    const form = answered('mfg_stated_rate', { number: '93.36', formula: 'ROUND(478/512*100,2)' });
    const read = await verdict(await bytesOf(form));

    expect(read.said).toEqual(honest.said);
    expect(read.notes).toEqual(['workbook-formula']);
  });

  it('fills merged names down', async () => {
    const form = changed(SHEET, (sheet) => {
      const rows = sheet.rows.map((row, index) =>
        index === 6 ? { ...row, cells: row.cells.with(1, undefined) } : row,
      );
      return { ...sheet, rows, merges: [...sheet.merges, [6, 2, 7, 2] as const] };
    });
    expect((await verdict(await bytesOf(form))).said).toEqual(honest.said);
  });
});

describe('an answer that is no number', () => {
  it.each(['不适用', '/', '—', '－'])('%s asks for not applicable', async (text) => {
    const read = await verdict(await bytesOf(answered('mfg_stated_rate', { text })));

    expect(read.said).toEqual(saying('mfg_stated_rate', 'pending'));
    expect(read.notes).toContain('data-not-applicable-pending');
  });

  it.each(['', '缺报', '\u3000'])('a blank (%j) is missing, never nought', async (text) => {
    const read = await verdict(await bytesOf(answered('mfg_stated_rate', { text })));

    expect(read.faults).toEqual([]);
    expect(read.said).toEqual(saying('mfg_stated_rate', undefined));
  });

  it('a cell that calls itself a text and has none is missing', async () => {
    const emptied = rewrite(bytes, /sheet2/, (xml) =>
      xml.replace(/<c r="G6"([^>]*)><v>93.36<\/v><\/c>/, '<c r="G6"$1 t="s"/>'),
    );
    const read = await verdict(emptied);

    expect(read.faults).toEqual([]);
    expect(read.said).toEqual(saying('mfg_stated_rate', undefined));
  });

  it('a nought is a nought', async () => {
    const read = await verdict(await bytesOf(answered('policies_in_place', { number: '0' })));
    expect(read.said).toEqual(saying('policies_in_place', '0'));
  });
});

/** Answers that are asked back, with the code and the cell. */
const ASKED_BACK: readonly (readonly [string, Workbook | (() => Promise<Uint8Array>), string])[] = [
  ['无', answered('mfg_stated_rate', { text: '无' }), `data-value-none ${RATE}`],
  [
    '0.9336 without a sign',
    answered('mfg_stated_rate', { number: '0.9336' }),
    `workbook-percent-unclear ${RATE}`,
  ],
  ['93,36', answered('mfg_stated_rate', { text: '93,36' }), `data-number-ambiguous ${RATE}`],
  ['9.336E1', answered('mfg_stated_rate', { text: '9.336E1' }), `data-number-scientific ${RATE}`],
  ['a word', answered('mfg_stated_rate', { text: '约九成' }), `data-not-a-number ${RATE}`],
  [
    'a date',
    answered('mfg_stated_rate', { number: '42200', format: 'yyyy-mm-dd' }),
    `data-not-a-number ${RATE}`,
  ],
  [
    'more than allowed',
    answered('mfg_stated_rate', { number: '193.36' }),
    `data-out-of-range ${RATE}`,
  ],
  [
    'half a document',
    answered('policies_in_place', { number: '2.5' }),
    `data-not-whole ${SHEET}!G11`,
  ],
  [
    'a level that is not there',
    answered('work_report', { text: '一般' }),
    `data-unknown-level ${SHEET}!G9`,
  ],
  [
    'a percentage of documents',
    answered('policies_in_place', { number: '0.5', format: '0%' }),
    `data-percent-unit ${SHEET}!G11`,
  ],
  [
    'a control character',
    answered('mfg_stated_rate', { text: '93\u202e.36' }),
    `workbook-control-character ${RATE}`,
  ],
  [
    'an error value',
    () =>
      Promise.resolve(
        rewrite(bytes, /sheet2/, (xml) =>
          xml.replace(/<c r="G6"([^>]*)><v>93.36<\/v>/, '<c r="G6"$1 t="e"><v>#DIV/0!</v>'),
        ),
      ),
    `workbook-error-value ${RATE}`,
  ],
  [
    'a formula that was never computed',
    () =>
      Promise.resolve(rewrite(bytes, /sheet2/, (xml) => xml.replace(/<v>93.36<\/v>/, '<f>A1</f>'))),
    `workbook-formula-without-value ${RATE}`,
  ],
  [
    'answers merged into one',
    changed(SHEET, (sheet) => ({ ...sheet, merges: [...sheet.merges, [6, 7, 7, 7] as const] })),
    `workbook-merged-input ${RATE}`,
  ],
  [
    'a number without a row',
    changed(SHEET, (sheet) => ({
      ...sheet,
      rows: [
        ...sheet.rows,
        {
          cells: [
            ...Array.from({ length: 6 }, () => undefined),
            { look: 'input' as const, number: '5' },
          ],
        },
      ],
    })),
    `workbook-row-without-name ${SHEET}!A12`,
  ],
  [
    'a code that is not there',
    changed(SHEET, (sheet) =>
      eachRow(sheet, (cells) =>
        cells[0]?.text === 'mfg_stated_rate'
          ? cells.with(0, { look: 'text', text: 'mfg_stated_rat' })
          : cells,
      ),
    ),
    `data-unknown-metric ${SHEET}!A6`,
  ],
  [
    'two columns of answers',
    changed(SHEET, (sheet) =>
      eachRow(sheet, (cells, isHead) => [
        ...cells,
        isHead ? { look: 'head' as const, text: '本年值' } : undefined,
      ]),
    ),
    `workbook-column-twice ${SHEET}!J5`,
  ],
  [
    'the head of the answers overwritten',
    changed(SHEET, (sheet) =>
      eachRow(sheet, (cells, isHead) =>
        isHead ? cells.with(6, { look: 'head', text: '数' }) : cells,
      ),
    ),
    `workbook-missing-column ${SHEET}!A5`,
  ],
  [
    'the sheet deleted',
    { ...filled, sheets: filled.sheets.filter(({ name }) => name !== SHEET) },
    'workbook-missing-sheet 填写说明!A1',
  ],
];

describe('a form that cannot be taken as it is', () => {
  it.each(ASKED_BACK)('asks back: %s', async (_, made, expected) => {
    const content = typeof made === 'function' ? await made() : await bytesOf(made);
    const { faults } = await verdict(content);

    expect(faults).toContain(expected);
  });

  it('tells all of them at once', async () => {
    const first = answered('mfg_stated_rate', { text: '无' });
    const second = answered('policies_in_place', { text: '几个' });
    const rows = second.sheets.find(({ name }) => name === SHEET)?.rows ?? [];
    const both = {
      ...first,
      sheets: first.sheets.map((sheet) =>
        sheet.name === SHEET
          ? {
              ...sheet,
              rows: sheet.rows.map((row, index) => (index === 10 ? (rows[10] ?? row) : row)),
            }
          : sheet,
      ),
    };
    expect((await verdict(await bytesOf(both))).faults).toEqual([
      `data-value-none ${RATE}`,
      `data-not-a-number ${SHEET}!G11`,
    ]);
  });
});

/** The hidden sheet with one thing changed. */
function marked(key: string, value: string): Workbook {
  return changed('考衡', (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.cells[0]?.text === key ? { cells: [row.cells[0], { look: 'text', text: value }] } : row,
    ),
  }));
}

describe("a form of somebody else's", () => {
  it.each([
    ['another set', marked('体系', 'qinghai-2014'), 'workbook-other-set 考衡!A1'],
    ['another year', marked('期间', '2014'), undefined],
    ['no region of ours', marked('单位代号', 'lhasa'), 'workbook-unit-unknown 考衡!A1'],
    ['a broken mark', marked('摘要', ''), 'workbook-mark-broken 考衡!A1'],
    [
      'no mark',
      { ...filled, sheets: filled.sheets.filter(({ name }) => name !== '考衡') },
      'workbook-without-mark 填写说明!A1',
    ],
  ] as const)('is refused: %s', async (_, form, expected) => {
    const { faults } = await verdict(await bytesOf(form));
    if (expected !== undefined) expect(faults).toEqual([expected]);
  });

  it("refuses last year's form once the set has moved on", async () => {
    const lastYear = changed('考衡', (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => {
        const [key] = row.cells;
        if (key?.text === '期间') return { cells: [key, { look: 'text' as const, text: '2014' }] };
        return key?.text === '摘要'
          ? { cells: [key, { look: 'text' as const, text: 'f00d' }] }
          : row;
      }),
    }));
    expect((await verdict(await bytesOf(lastYear))).faults).toEqual([
      'workbook-other-year 考衡!A1',
    ]);
  });

  it('takes a form of an earlier version of the set, and says so', async () => {
    const read = await verdict(await bytesOf(marked('摘要', 'f00d')));

    expect(read.said).toEqual(honest.said);
    expect(read.notes).toEqual(['workbook-other-version']);
  });

  it("refuses a neighbour's form under this region's name", async () => {
    expect((await verdict(bytes, '报送/西宁市填报表.xlsx')).faults).toEqual([
      'workbook-other-region 考衡!A1',
    ]);
  });

  it("refuses a neighbour's form with this region's name written over the head", async () => {
    const form = changed(SHEET, (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.cells[0]?.text?.startsWith('被考核单位') === true
          ? { ...row, cells: row.cells.with(0, { look: 'line', text: '被考核单位：西宁市' }) }
          : row,
      ),
    }));
    expect((await verdict(await bytesOf(form))).faults).toEqual([
      `workbook-other-region ${SHEET}!A2`,
    ]);
  });

  it("refuses a form into which a neighbour's sheet was put, whichever it is", async () => {
    const form = changed('自评', (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.cells[0]?.text?.startsWith('被考核单位') === true
          ? { ...row, cells: row.cells.with(0, { look: 'line', text: '被考核单位：西宁市' }) }
          : row,
      ),
    }));
    expect((await verdict(await bytesOf(form))).faults).toEqual(['workbook-other-region 自评!A2']);
  });

  it('knows a region by its former name too', async () => {
    expect((await verdict(bytes, '海东地区.xlsx')).faults).toEqual([]);
  });

  it('refuses the second of two', async () => {
    const first = await source.read(bytes, '海东市(1).xlsx');
    if (!first.ok) throw new Error('unsound');
    expect((await verdict(bytes, '海东市.xlsx', [first.value])).faults).toEqual([
      'workbook-unit-twice 考衡!A1',
    ]);
  });
});

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function big(size: number): Part {
  return { content: Buffer.alloc(size, 32) };
}

/** What is no workbook, or one that should not be opened. */
const REFUSED: Readonly<Record<string, readonly [() => Uint8Array, string]>> = {
  'an .xls or .et of long ago': [
    () => Buffer.concat([OLE, Buffer.alloc(2000)]),
    'workbook-old-format',
  ],
  'an encrypted workbook': [
    () => Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'workbook-encrypted',
  ],
  'encrypted parts': [
    () => withParts(bytes, { 'xl/secret.xml': { content: Buffer.from('x'), isEncrypted: true } }),
    'workbook-encrypted',
  ],
  'an OpenDocument table': [
    () =>
      zip(
        new Map([
          ['mimetype', 'application/vnd.oasis'],
          ['content.xml', '<a/>'],
        ]),
      ),
    'workbook-old-format',
  ],
  'a text under another name': [() => Buffer.from('地区,填报数据\n'), 'workbook-not-xlsx'],
  'a document of another program': [
    () => zip(new Map([['word/document.xml', '<a/>']])),
    'workbook-not-xlsx',
  ],
  'nothing at all': [() => Buffer.alloc(0), 'workbook-damaged'],
  'a file that was cut off': [() => bytes.subarray(0, bytes.length - 400), 'workbook-damaged'],
  'a file with its middle missing': [
    () => Buffer.concat([bytes.subarray(0, 2000), bytes.subarray(2600)]),
    'workbook-damaged',
  ],
  'a part that was changed on the way': [
    () => withParts(bytes, { 'xl/workbook.xml': { content: Buffer.from('<workbook/>'), crc: 1 } }),
    'workbook-damaged',
  ],
  'a tag that never ends': [
    () => rewrite(bytes, /sheet2/, (xml) => xml.slice(0, xml.length - 60)),
    'workbook-damaged',
  ],
  macros: [() => withParts(bytes, { 'xl/vbaProject.bin': 'x' }), 'workbook-macros'],
  'a link to another file': [
    () => withParts(bytes, { 'xl/externalLinks/externalLink1.xml': '<a/>' }),
    'workbook-external-links',
  ],
  'a link to a database': [
    () => withParts(bytes, { 'xl/connections.xml': '<a/>' }),
    'workbook-external-links',
  ],
  'an entity': [
    () =>
      rewrite(bytes, /sharedStrings/, (xml) =>
        xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
      ),
    'workbook-entities',
  ],
  'an entity of its own name': [
    () => rewrite(bytes, /sharedStrings/, (xml) => xml.replace('体现不充分', '&lol9;')),
    'workbook-entities',
  ],
  'a bomb': [
    () => withParts(bytes, { 'xl/worksheets/sheet9.xml': big(400 * 1024 * 1024) }),
    'workbook-bomb',
  ],
  'a bomb that understates its size': [
    () =>
      withParts(bytes, {
        'xl/sharedStrings.xml': { content: Buffer.alloc(40 * 1024 * 1024, 32), size: 1000, crc: 0 },
      }),
    'workbook-bomb',
  ],
  'parts that share their bytes': [
    () =>
      withParts(
        bytes,
        Object.fromEntries(
          Array.from({ length: 200 }, (_, index): [string, Part] => [
            `xl/x${String(index)}.xml`,
            {
              content: Buffer.from(Array.from({ length: 500 }, (__, at) => (at * 7919) % 256)),
              ...(index === 0 ? {} : { sameBytesAs: 'xl/x0.xml' }),
            },
          ]),
        ),
      ),
    'workbook-bomb',
  ],
  'more parts than a workbook has': [
    () =>
      zip(
        new Map(
          Array.from(
            { length: LIMITS.entries + 1 },
            (_, index) => [`x${String(index)}`, 'x'] as const,
          ),
        ),
      ),
    'workbook-bomb',
  ],
  'a file that is too large': [() => Buffer.alloc(LIMITS.fileBytes + 1, 80), 'workbook-too-large'],
  'more cells than a form has': [
    () =>
      rewrite(bytes, /sheet2/, (xml) => {
        const cells = Array.from(
          { length: LIMITS.cells / 100 },
          (_, row) =>
            `<row r="${String(row + 50)}">${Array.from({ length: 101 }, (__, at) => `<c><v>${String((row * at) % 9973)}</v></c>`).join('')}</row>`,
        );
        return xml.replace('</sheetData>', `${cells.join('')}</sheetData>`);
      }),
    'workbook-too-many-cells',
  ],
  'a shared text that is not there': [
    () =>
      rewrite(bytes, /sheet2/, (xml) => xml.replace(/ t="s"([^>]*)><v>\d+/, ' t="s"$1><v>99999')),
    'workbook-damaged',
  ],
};

describe('a file that is not read', () => {
  it.each(Object.entries(REFUSED))('is refused: %s', (_, [make, code]) => {
    const content = make();
    const before = process.cpuUsage();
    const read = readWorkbook(content);
    const { user, system } = process.cpuUsage(before);

    expect(read).toMatchObject({ ok: false, error: { code } });
    // Of the processor's time: a busy machine makes everything late.
    expect((user + system) / 1000).toBeLessThan(300);
  });

  it('reads the two corners of a sheet without the rectangle between them', () => {
    const content = rewrite(bytes, /sheet2/, (xml) =>
      xml.replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    );
    expect(readWorkbook(content).ok).toBe(true);
  });

  it('never throws, wherever a byte was changed', () => {
    for (let at = 0; at < bytes.length; at += 97) {
      const content = Buffer.from(bytes);
      content[at] = (content[at] ?? 0) ^ 0x55;
      expect(() => readWorkbook(content)).not.toThrow();
    }
  });
});

describe('what is written', () => {
  it("stores a user's text as a text, whatever it begins with", async () => {
    const texts = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x","y")'];
    const rows = texts.map((text) => ({ cells: [{ look: 'text' as const, text }] }));
    const [first = raise()] = filled.sheets;
    const written = await bytesOf({ title: '=1', sheets: [{ ...first, merges: [], rows }] });
    const sheet = unzip(written).get('xl/worksheets/sheet1.xml') ?? '';

    expect(sheet).not.toContain('<f');
    const read = readWorkbook(written);
    expect(read.ok && read.value.sheets[0]?.cells.map(({ text, kind }) => [text, kind])).toEqual(
      texts.map((text) => [text, 'text']),
    );
  });

  it('is locked but for the answers', () => {
    const xml = unzip(bytes).get('xl/worksheets/sheet2.xml') ?? '';
    const heads = headsOf(filled.sheets[1] ?? raise());

    expect(heads).toContain('本年值');
    expect(xml).toContain('<sheetProtection');
    expect(xml).toContain('<dataValidations');
    expect(unzip(bytes).get('xl/workbook.xml')).toMatch(/name="考衡"[^>]*state="hidden"/);
    expect(unzip(bytes).get('xl/workbook.xml')).toContain('_xlnm.Print_Area');
  });
});

describe('a CSV as offices send it', () => {
  const rows = '地区,填报数据,数值\n海东市,policies_in_place,6\n';
  const gb18030 = readGb18030();

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${rows}`)],
    ['GB18030 without a mark', gb18030],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${rows}`, 'utf16le')],
    ['semicolons and CRLF', Buffer.from(rows.replaceAll(',', ';').replaceAll('\n', '\r\n'))],
    ['full-width digits and blanks', Buffer.from(rows.replace(',6', ', ６　'))],
  ])('says the same: %s', (_, content) => {
    const read = csvDataSource.read(content, 'a.csv');
    const { data, faults } = examineYearData(read.ok ? [read.value] : [], set);

    expect(faults).toEqual([]);
    expect(data.values.map(({ region, text }) => `${region} ${text}`)).toEqual(['haidong 6']);
  });
});

/** 地区,填报数据,数值 and 海东市 in GB18030, as a Chinese Windows writes them. */
function readGb18030(): Buffer {
  const words: Readonly<Record<string, string>> = {
    地区: 'b5d8c7f8',
    填报数据: 'ccee' + 'b1a8' + 'cafd' + 'bedd',
    数值: 'cafdd6b5',
    海东市: 'baa3b6abcad0',
  };
  const hex = (word: string): Buffer => Buffer.from(words[word] ?? '', 'hex');
  return Buffer.concat([
    hex('地区'),
    Buffer.from(','),
    hex('填报数据'),
    Buffer.from(','),
    hex('数值'),
    Buffer.from('\r\n'),
    hex('海东市'),
    Buffer.from(',policies_in_place,6\r\n'),
  ]);
}

function raise(): never {
  throw new Error('not there');
}
