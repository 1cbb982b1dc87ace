/** Fills docs/linter.md with the rules, so that nobody copies them by hand. */
import type { Rule } from './rule.ts'
import type { TypeRule } from './type-rules.ts'

/** Chapters of the page, by the digit after R. */
const chapters: Record<string, string> = {
  '0': 'Containers and tasks in general',
  '1': 'Ports of instances',
  '2': 'Network modes and launch types',
  '3': 'Instances and their agents',
  '4': 'Volumes',
  '5': 'Sizes on Fargate',
  '7': 'Secrets, and what is still to be filled in',
  '10': 'Services and load balancers',
}

/** `text` with the block `name` between its marks replaced. */
export function withBlock(text: string, name: string, block: string): string {
  const marks = new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`)
  if (!marks.test(text)) throw new Error(`docs/linter.md lacks the block ${name}`)
  return text.replace(marks, (_, start: string, end: string) => `${start}\n\n${block}\n\n${end}`)
}

/** All rules by chapter, with what AWS says. */
export function rulesAsMarkdown(typeRules: readonly TypeRule[], rules: readonly Rule[]): string {
  const byChapter = Object.entries(chapters).map(([digit, title]) => {
    const inIt = rules.filter(({ id }) => /^R(\d+)/.exec(id)?.[1] === digit)
    return `### ${title}\n\n${inIt.map(asItem).join('\n')}`
  })
  return [`### Names and types\n\n${typeRules.map(asItem).join('\n')}`, ...byChapter].join('\n\n')
}

function asItem(rule: Rule | TypeRule): string {
  const { id, severity, summary, why, docs, awsText } = rule
  const target = 'situations' in rule ? ', with a target' : ''
  const quote = awsText ? ` AWS: “${awsText}”` : ''
  return `- **${id}** (${severity}${target}) ${summary.en} ${why.en} [Page of AWS](${docs}).${quote}`
}
