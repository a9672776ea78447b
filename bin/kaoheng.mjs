#!/usr/bin/env node
// Committed, so that it can be linked before the first build; sets the checkout up when it must.
import { setUp } from '../scripts/setup.mjs';

process.exitCode = await setUp();
if (process.exitCode === 0) {
  const { main } = await import(new URL('../dist/cli.js', import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
}
