import { relative, sep } from 'node:path';
import { judgeImport } from './judge-import.mjs';
import { ROOTS } from './rings.mjs';

/**
 * The lint rule that keeps the rings: every way to import is seen, and relative paths are resolved,
 * so that `../../adapters` is refused however many dots it takes.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importRings = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports point inwards only, as scripts/eslint/rings.mjs says.' },
    messages: {
      refused: '“{{specifier}}” may not be imported here: {{reason}}.',
      computed: 'Name what is imported as a plain string, so that the rings can be kept.',
    },
    schema: [],
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const isOurs = file.startsWith('src/') && !ROOTS.includes(file);

    /**
     * @param {any} source the node that holds what is imported
     * @param {boolean} typeOnly
     */
    const judge = (source, typeOnly) => {
      const specifier = textOf(source);
      if (specifier === undefined) {
        if (isOurs) context.report({ node: source, messageId: 'computed' });
        return;
      }
      const reason = judgeImport(file, specifier, typeOnly);
      if (reason === undefined) return;
      context.report({ node: source, messageId: 'refused', data: { specifier, reason } });
    };

    // `any`: ESLint's own node types know nothing of TypeScript's syntax.
    /** @type {Record<string, (node: any) => void>} */
    const visitors = {
      ImportDeclaration: (node) => {
        judge(node.source, isTypeOnly(node.importKind, node.specifiers, 'importKind'));
      },
      ExportNamedDeclaration: (node) => {
        if (node.source === null || node.source === undefined) return;
        judge(node.source, isTypeOnly(node.exportKind, node.specifiers, 'exportKind'));
      },
      ExportAllDeclaration: (node) => {
        judge(node.source, node.exportKind === 'type');
      },
      ImportExpression: (node) => {
        judge(node.source, false);
      },
      TSImportType: (node) => {
        judge(node.source, true);
      },
      TSImportEqualsDeclaration: (node) => {
        if (node.moduleReference.type !== 'TSExternalModuleReference') return;
        judge(node.moduleReference.expression, node.importKind === 'type');
      },
      "CallExpression[callee.name='require']": (node) => {
        if (node.arguments.length > 0) judge(node.arguments[0], false);
      },
    };
    return visitors;
  },
};

/**
 * @param {string | undefined} kind of the whole declaration
 * @param {readonly any[]} specifiers
 * @param {'importKind' | 'exportKind'} key
 */
function isTypeOnly(kind, specifiers, key) {
  if (kind === 'type') return true;
  // `import { type A }` leaves an import behind under verbatimModuleSyntax, but nothing is used.
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[key] === 'type');
}

/**
 * @param {any} node
 * @returns {string | undefined}
 */
function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TSLiteralType') return textOf(node.literal);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0].value.cooked;
  }
  return undefined;
}
