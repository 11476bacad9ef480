import { spec } from '../spec.ts'

/** NG84xx: recipes and what is given to them. */
export const recipes = {
  'unknown-recipe': spec<{ name: string; known: string; suggestion: string | undefined }>({
    code: 'NG8401',
    severity: 'error',
    message: p => `there is no recipe ${p.name}`,
    hint: p => (p.suggestion === undefined ? `known: ${p.known}` : `did you mean ${p.suggestion}?`),
  }),
  'unknown-parameter': spec<{ recipe: string; name: string; known: string; suggestion: string | undefined }>({
    code: 'NG8402',
    severity: 'error',
    message: p => `the recipe ${p.recipe} asks for no ${p.name}`,
    hint: p => (p.suggestion === undefined ? `it asks for ${p.known}` : `did you mean ${p.suggestion}? It asks for ${p.known}`),
  }),
  'bad-parameter': spec<{ name: string; value: string; expected: string; example: string }>({
    code: 'NG8403',
    severity: 'error',
    message: p => `${p.name} can’t be ${p.value}: it must be ${p.expected}`,
    hint: p => `write something like ${p.example}`,
  }),
  'device-twice': spec<{ device: string; first: string; second: string }>({
    code: 'NG8404',
    severity: 'error',
    message: p => `${p.device} would be there twice: by ${p.first}${p.second === p.first ? '' : ` and by ${p.second}`}`,
    hint: () => 'give each device a name of its own',
  }),
  'still-an-example': spec<{ recipe: string; options: string }>({
    code: 'NG8405',
    severity: 'info',
    message: p => `these of ${p.recipe} are still examples: ${p.options}`,
    hint: () => 'put in your own, by options or in the file, before anything is rendered of it',
  }),
  'output-exists': spec<{ file: string }>({
    code: 'NG8406',
    severity: 'error',
    message: p => `${p.file} is there already, and is left as it is`,
    hint: () => 'choose another name for -o, or have it written over with --force',
  }),
}
