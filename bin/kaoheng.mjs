#!/usr/bin/env node
// Committed, so that it can be linked before the first build; sets the checkout up when it must.
import { flagsOf, runNode } from '../scripts/run-node.mjs';
import { setUp } from '../scripts/setup.mjs';

process.exitCode = await setUp();
const args = process.argv.slice(2);
const flags = flagsOf(args[0]);
if (process.exitCode === 0 && flags.length > 0) {
  process.exitCode = await runNode(['dist/cli.js', ...args], { flags });
} else if (process.exitCode === 0) {
  const { main } = await import(new URL('../dist/cli.js', import.meta.url).href);
  process.exitCode = await main(args);
}
