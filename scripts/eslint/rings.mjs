// The rings of the house as data: who may import what. Arrows point one way.

/**
 * @typedef {'values' | 'types'} Use `types`: only `import type`, nothing that exists at run time
 * @typedef {object} Ring
 * @property {Readonly<Record<string, Use>>} ours rings that its files may import, itself apart
 * @property {boolean} packages whether npm packages may be imported
 * @property {boolean} node whether Node's own modules may be imported
 */

/**
 * The composition roots, which stand outside the rings: they wire them all.
 * @type {readonly string[]}
 */
export const ROOTS = ['src/main.ts', 'src/main-score.ts'];

/**
 * The folders right below src/.
 * @type {Readonly<Record<string, Ring>>}
 */
export const RINGS = {
  domain: { ours: {}, packages: false, node: false },
  messages: { ours: { domain: 'values', ports: 'types' }, packages: false, node: false },
  ports: { ours: { domain: 'types' }, packages: false, node: false },
  app: { ours: { domain: 'values', ports: 'values' }, packages: false, node: false },
  adapters: {
    ours: { domain: 'values', ports: 'values', messages: 'values' },
    packages: true,
    node: true,
  },
  cli: {
    ours: { app: 'values', domain: 'types', ports: 'types', messages: 'values' },
    packages: true,
    node: true,
  },
  http: {
    ours: { app: 'values', domain: 'types', ports: 'types', messages: 'values' },
    packages: true,
    node: true,
  },
  web: { ours: { domain: 'values', messages: 'values' }, packages: true, node: false },
};

/**
 * The folders of src/domain/ in the order in which data flows: a folder imports only what stands
 * before it. Those of one line do not know each other.
 * @type {readonly (readonly string[])[]}
 */
export const DOMAIN_ORDER = [
  ['kernel'],
  ['formula'],
  ['indicators'],
  ['metrics'],
  ['plan'],
  ['scoring'],
  ['set-tests', 'preview', 'papers'],
  ['analysis', 'documents', 'workbooks', 'cycle', 'access'],
];

/**
 * Packages that live in one place, whatever the ring of the importing file says.
 * @type {Readonly<Record<string, { where: RegExp, place: string }>>}
 */
export const HOMES = {
  'decimal.js': { where: /^src\/domain\/kernel\//, place: 'src/domain/kernel/' },
  zod: { where: /\.schema\.ts$/, place: '*.schema.ts' },
  mathjs: { where: /^src\/adapters\/mathjs\//, place: 'src/adapters/mathjs/' },
};
