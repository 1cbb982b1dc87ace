/** Where AWS says what a rule says. */
import { rules } from '../../../core/task-definition/linter/registry.ts'

const pages = new Map(rules.map(({ id, docs }) => [id, docs]))

/** Empty for findings that no page explains. */
export function pageOfRule(id: string): { href?: string } {
  const href = pages.get(id)
  return href === undefined ? {} : { href }
}
