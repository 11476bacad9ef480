import { type About, type Diagnostic, finding, located, type Params, type Slug } from '../diagnostics/diagnostic.ts'

/** A diagnostic about files or options, which has no place in the description. */
export const found = <S extends Slug>(slug: S, params: Params<S>, about: About = {}): Diagnostic =>
  located(finding(slug, params, about), () => undefined)

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'something else has its name',
  EIO: 'the system can not read or write it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'there is no space left',
  EDQUOT: 'the quota is used up',
  EBUSY: 'it is in use, or something is mounted there',
  EADDRINUSE: 'something else listens there',
  EAGAIN: 'nothing can be read from it now',
  EINVAL: 'its name is not allowed',
}

/** What the system said, in words; undefined when it is no fault of the system's. */
export function systemReason(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === 'ERR_INVALID_ARG_VALUE') return 'its name is not allowed'
  return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? (reasons[code] ?? code) : undefined
}
