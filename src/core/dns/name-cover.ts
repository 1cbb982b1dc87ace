/**
 * Whether a certificate speaks for a hostname. A wildcard stands for exactly one label, the leftmost.
 * https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-wildcard and RFC 6125 6.4.3
 */
import { canonicalName, isWildcard, parentName } from './name.ts'

/** `names` as the certificate has them; `hostname` is canonical. */
export function coversName(names: readonly string[], hostname: string): boolean {
  return names.some((name) => {
    const covered = canonicalName(name)
    if (covered === undefined) return false
    return covered === hostname || (isWildcard(covered) && parentName(covered) === parentName(hostname))
  })
}
