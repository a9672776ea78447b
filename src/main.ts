import packageJson from '../package.json' with { type: 'json' };

/**
 * Runs the command line.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code
 */
export function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === '--version') {
    process.stdout.write(`${packageJson.version}\n`);
    return Promise.resolve(0);
  }
  process.stderr.write('用法:kaoheng --version\n');
  return Promise.resolve(2);
}
