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
      eqeqeq: 'error',
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
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'zod',
              importNames: ['z', 'default'],
              allowTypeImports: true,
              message: "Write import * as z from 'zod': the bundler then leaves 450 KB out.",
            },
          ],
        },
      ],
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
