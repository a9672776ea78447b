import { yamlReader } from './yaml-reader.js';

/** Reads any YAML file; the package is loaded by the first that is not of the plain kind. */
export const readLocatedYaml = yamlReader(async (text, file) => {
  const { parseLocatedYaml } = await import('./located-yaml.js');
  return parseLocatedYaml(text, file);
});
