import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { DOCUMENT_KINDS, documentKind, fieldTypeOf } from '../../src/domain/documents/index.js';
import { FOOD } from './fixtures.js';

const directory = mkdtempSync(join(tmpdir(), 'kaoheng-check-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const shipped = readdirSync('templates').filter((name) => !name.startsWith('_'));

/** What is wrong with a notice whose body is this. */
async function wrongWith(body: string): Promise<string> {
  cpSync('templates', directory, { recursive: true });
  writeFileSync(join(directory, 'result-notice', 'document.hbs'), body);
  const kind = documentKind('result-notice');
  if (kind === undefined) throw new Error('no such kind');
  const checked = await templateFolder(directory).check('result-notice', fieldTypeOf(kind.schema));
  return checked.ok ? '' : (checked.error.facts['detail'] ?? '');
}

describe('every field that a template uses', () => {
  test.each(shipped)('exists in what %s is filled with', async (name) => {
    const templates = templateFolder('templates');
    const manifest = await templates.manifest(name);
    if (!manifest.ok) throw new Error(manifest.error.facts['detail']);
    const kind = documentKind(manifest.value.model);
    expect(kind, manifest.value.model).toBeDefined();
    if (kind === undefined) return;
    expect(await templates.check(name, fieldTypeOf(kind.schema))).toEqual({
      ok: true,
      value: null,
    });
  });

  test('is looked for where no printed document passes, with its place and a guess', async () => {
    const wrong = await wrongWith(
      '<p>{{set.titel}}</p>\n{{#if set.disclaimer}}\n  {{#each regions}}{{nmae}}{{/each}}{{/if}}',
    );
    expect(wrong).toBe(
      'document.hbs:1:6 没有“set.titel”（是不是“title”）；document.hbs:3:22 没有“nmae”（是不是“name”）',
    );
  });

  test('is looked for in the part that includes it, with what the part is given', async () => {
    expect(await wrongWith('{{> provenance}}')).toBe('');
    expect(await wrongWith('{{#each regions}}{{> provenance}}{{/each}}')).toMatch(
      /^_base\/provenance\.hbs:\d+:\d+ 没有“set\.title”/,
    );
  });

  test.each([
    ['{{#each set}}{{this}}{{/each}}', /要是列表/],
    ['{{> nothing}}', /没有“nothing”这个部件/],
    ['{{#each regions}}{{../../set}}{{/each}}', /没有外一层/],
    ['{{lines titel 20}}', /没有“titel”/],
    ['{{figure set.titel "title"}}', /没有“set\.titel”/],
  ])('is missed in %s', async (body, why) => {
    expect(await wrongWith(body)).toMatch(why);
  });
});

test('every kind of document says what each of its fields means', () => {
  for (const kind of DOCUMENT_KINDS) {
    const type = fieldTypeOf(kind.schema);
    if (type.kind !== 'group') throw new Error(kind.id);
    for (const [name, field] of type.fields)
      expect(field.meaning, `${kind.id}.${name}`).not.toBe('');
  }
});

test('an office copies a template under a name of its own and changes its words, without programming', async () => {
  cpSync('templates', directory, { recursive: true });
  cpSync(join(directory, 'result-notice'), join(directory, 'my-notice'), { recursive: true });
  writeFileSync(join(directory, 'my-notice', 'title.hbs'), '关于{{set.yearText}}结果的通报');
  const filled = await templateFolder(directory).fill('my-notice', [FOOD]);
  expect(filled).toMatchObject({
    ok: true,
    value: {
      title: '关于2024年度结果的通报',
      manifest: { name: 'my-notice', model: 'result-notice' },
    },
  });
});

test('the guide names the parts that there are', () => {
  const guide = readFileSync('docs/模板编写指南.md', 'utf8');
  const parts = readdirSync('templates/_base').map((file) => file.replace(/\.hbs$/, ''));
  const [table = ''] = /\| 部件[\s\S]*?\n\n/.exec(guide) ?? [];
  const named = [...table.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(10);
  for (const name of named.filter((one) => one !== 'titles')) expect(parts).toContain(name);
});
