/** Findings in the order in which they are mended. */
import type { Finding, Severity } from '../../../core/task-definition/linter/finding.ts'

const order: Severity[] = ['error', 'warning', 'info']

export function worstFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
