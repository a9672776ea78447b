// Files that must be refused: packed here, since a bomb has no place in a repository.
import { crc32, deflateRawSync } from 'node:zlib';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const MEGABYTE = 1024 * 1024;

/**
 * Every kind of file that is refused, each with the code that it is refused by.
 *
 * @param {Buffer} form an honest form
 * @returns {readonly { name: string, code: string, content: Buffer }[]}
 */
export function badWorkbooks(form) {
  const book = Buffer.from('<a/>');
  return [
    {
      name: '400 MB 的炸弹',
      code: 'workbook-bomb',
      content: pack({ 'xl/workbook.xml': Buffer.alloc(400 * MEGABYTE, 32) }),
    },
    {
      name: '谎报大小的炸弹',
      code: 'workbook-bomb',
      content: pack({ 'xl/workbook.xml': Buffer.alloc(400 * MEGABYTE, 32) }, 1000),
    },
    { name: '60 万格', code: 'workbook-too-many-cells', content: bookOf(cells(600_000)) },
    {
      name: '45 MB 没有值的格',
      code: 'workbook-missing-sheet',
      content: bookOf(blanks(45 * MEGABYTE)),
    },
    { name: '截断', code: 'workbook-damaged', content: form.subarray(0, form.length - 300) },
    {
      name: '加密',
      code: 'workbook-encrypted',
      content: Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
    },
    {
      name: '旧格式 .xls',
      code: 'workbook-old-format',
      content: Buffer.concat([OLE, Buffer.alloc(20_000)]),
    },
    {
      name: '外部链接',
      code: 'workbook-external-links',
      content: pack({ 'xl/workbook.xml': book, 'xl/externalLinks/a.xml': book }),
    },
    {
      name: '宏',
      code: 'workbook-macros',
      content: pack({ 'xl/workbook.xml': book, 'xl/vbaProject.bin': book }),
    },
    {
      name: '实体',
      code: 'workbook-entities',
      content: pack({
        'xl/workbook.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'),
      }),
    },
  ];
}

/** @param {Buffer} sheet */
function bookOf(sheet) {
  return pack({
    '_rels/.rels': Buffer.from(
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': Buffer.from(
      '<workbook><sheets><sheet name="a" id="a"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
    ),
    'xl/sheet.xml': sheet,
  });
}

/**
 * More values than a sheet may have, in rows of sixty.
 * @param {number} count
 */
function cells(count) {
  const rows = [];
  for (let row = 0; row < count / 60; row += 1) {
    const values = Array.from({ length: 60 }, (_, at) => `<c><v>${String(row * 97 + at)}</v></c>`);
    rows.push(`<row>${values.join('')}</row>`);
  }
  return Buffer.from(`<worksheet>${rows.join('')}</worksheet>`);
}

/**
 * As large as a sheet may be and without a value; not packed so well that it is a bomb.
 * @param {number} bytes
 */
function blanks(bytes) {
  const cells = [];
  for (let at = 0; at < bytes / 28; at += 1) {
    cells.push(`<c s="${String((at * 2654435761) % 10 ** 9).padStart(9, '0')}"></c>    `);
  }
  return Buffer.from(`<worksheet><row>${cells.join('')}</row></worksheet>`);
}

/**
 * @param {Readonly<Record<string, Buffer>>} parts
 * @param {number} [statedSize]
 */
export function pack(parts, statedSize) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(statedSize ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), data);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length / 2, 8);
  end.writeUInt16LE(central.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
