/** Built into a file of its own, dist/prettier.cjs, which `netglot fmt` alone loads. */
export { default as yamlPlugin } from 'prettier/plugins/yaml'
export { format } from 'prettier/standalone'
