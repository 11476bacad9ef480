import './jitless.ts'
import { serving } from '../serve.ts'
import { answer } from './answer.ts'

export { answer }
export const serve = serving(answer)
