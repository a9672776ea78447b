import eslint from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';
import { importRings } from './scripts/eslint/import-rings.mjs';

/** What would make the domain depend on the machine, the clock, chance or the locale. */
const IMPURE_GLOBALS = [
  'process',
  'Buffer',
  'console',
  'fetch',
  'performance',
  'crypto',
  'Intl',
  'setTimeout',
  'setInterval',
  'setImmediate',
];
const IMPURE_CALLS = [
  ['Date', 'now'],
  ['Math', 'random'],
  [undefined, 'localeCompare'],
  [undefined, 'toLocaleString'],
  [undefined, 'toLocaleDateString'],
  [undefined, 'toLocaleUpperCase'],
  [undefined, 'toLocaleLowerCase'],
];
const PURE = 'The domain is pure: the same input gives the same bytes everywhere.';

/** A star import lets the bundler leave most of the package out. */
const ZOD_IMPORTS = ['ImportSpecifier', 'ImportDefaultSpecifier'].map((kind) => ({
  selector: `ImportDeclaration[source.value='zod'][importKind='value'] > ${kind}`,
  message: "Write import * as z from 'zod': the bundler then leaves 450 KB out.",
}));

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', '.kaoheng/', 'conformance/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Chinese typography sets an ideographic space between the parts of a line.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number prints the same everywhere; what must not slip into a text is undefined or an object.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // "return report(…)" ends a branch in one line; tsc sees to it that nobody uses the nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Spreading a text gives its code points, which is what counting 汉字 wants.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // tsc wants index signatures read with brackets, and says so itself.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { 'import-rings': importRings } } },
    rules: {
      'house/import-rings': 'error',
      'no-restricted-syntax': ['error', ...ZOD_IMPORTS],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...IMPURE_GLOBALS.map((name) => ({ name, message: PURE })),
      ],
      'no-restricted-properties': [
        'error',
        ...IMPURE_CALLS.map(([object, property]) => ({
          ...(object === undefined ? {} : { object }),
          property,
          message: PURE,
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PURE },
        ...ZOD_IMPORTS,
      ],
    },
  },
  {
    // What the other rings build on says what it means in the field.
    files: ['src/domain/**/*.ts', 'src/ports/**/*.ts'],
    // A schema documents its keys one by one, where the manual takes them from.
    ignores: ['**/*.schema.ts'],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
      'jsdoc/require-description': ['error', { contexts: ['any'] }],
      'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true }],
      'jsdoc/check-tag-names': 'error',
      'jsdoc/no-types': 'error',
    },
  },
  {
    // Plain scripts without a build step; tsc checks their types.
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
