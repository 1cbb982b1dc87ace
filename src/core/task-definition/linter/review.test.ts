/** No false error: what the rules call an error in real files was looked at, one by one; docs/linter.md lists it and the rules. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clean } from '../clean/clean.ts'
import { readText } from '../text.ts'
import { lint } from './lint.ts'
import { rulesAsMarkdown, withBlock } from './linter-docs.ts'
import { rules } from './registry.ts'
import { typeRules } from './type-rules.ts'

const folder = new URL('../corpus/', import.meta.url)
const page = new URL('../../../../docs/linter.md', import.meta.url)

interface Review {
  file: string
  /** Rules that call something in it an error. */
  rules: string[]
  /** Why that is right. */
  reason: string
}

const noMemory =
  'neither container nor task says how much memory is needed, and nothing says that Fargate is meant: AWS refuses it for instances'

const reviews: Review[] = [
  {
    file: '018-taskdef.json',
    rules: ['R0.ec2-cpu'],
    reason:
      'an example made up for a README (its ARNs are words); 10 units are below what AWS documents for a task',
  },
  {
    file: '019-taskdef.json',
    rules: ['R0.container-twice', 'R1.3'],
    reason:
      'made up for a README: one container copied, so that both have the same name and the same host port',
  },
  { file: '020-taskdef.json', rules: ['R0.memory'], reason: `made to be wrong; ${noMemory}` },
  {
    file: '023-taskdef.json',
    rules: ['R0.health-command'],
    reason:
      'a described definition whose health check is a bare line: AWS took it in 2019, and documents that it must start with CMD or CMD-SHELL; Docker runs no such check',
  },
  {
    file: '029-taskdef.json',
    rules: [
      'R0.memory-minimum',
      'R0.fargate-timeouts',
      'R0.depends-exists',
      'R0.links',
      'R0.awsvpc-hosts',
      'R0.volume-name',
      'R1.2',
      'R2.fargate-members',
      'R2.fargate-capabilities',
      'R2.fargate-pid',
      'R2.fargate-logs',
      'R2.fargate-volumes',
      'R4.container-path',
      'R4.kinds',
      'R4.autoprovision',
      'R4.volumes-from',
    ],
    reason:
      'the skeleton of the AWS CLI with every member there is, filled in for Fargate only in part: empty names, zeros, and all that Fargate does not take',
  },
  { file: '031-taskdef.json', rules: ['R0.memory'], reason: noMemory },
  { file: '032-taskdef.json', rules: ['R0.memory'], reason: noMemory },
  {
    file: '034-taskdef.json',
    rules: ['R0.execution-role'],
    reason: 'awslogs on Fargate without executionRoleArn, which AWS refuses in these words',
  },
  {
    file: '035-taskdef.json',
    rules: ['R1.2'],
    reason: 'awsvpc with host port 80 for container port 8080, which AWS refuses in these words',
  },
  {
    file: '040-condefs.json',
    rules: ['R0.container-twice', 'R1.3'],
    reason: 'as 019, as a list of containers alone',
  },
  {
    file: '041-condefs.json',
    rules: ['R0.execution-role'],
    reason: 'a list of containers alone, with secrets: the task that is made of it needs executionRoleArn',
  },
  {
    file: '043-condefs.json',
    rules: ['R0.memory'],
    reason:
      'a list of containers alone, whose memory is said where it is used: the task that is made of it needs memory',
  },
]

/** Files that are a definition once they are cleaned, with the rules that find an error. */
const found = readdirSync(folder)
  .filter((file) => /^\d{3}-.*(json|yml)$/.test(file))
  .flatMap((file) => {
    const { kind, text, problems } = clean(readFileSync(new URL(file, folder)))
    const isDefinition = ['definition', 'container-definitions', 'cloudformation'].includes(kind)
    if (!isDefinition || problems.length > 0) return []
    const errors = lint(readText(text).value ?? null).filter(({ severity }) => severity === 'error')
    // Findings about types have an oracle of their own: ../corpus/oracle.test.ts.
    return [
      { file, rules: [...new Set(errors.map(({ rule }) => rule).filter((rule) => rule.startsWith('R')))] },
    ]
  })

describe('errors in real files', () => {
  it('are those that were reviewed', () => {
    expect(found.length).toBeGreaterThan(40)
    expect(found.filter(({ rules: broken }) => broken.length > 0)).toEqual(
      reviews.map(({ file, rules: broken }) => ({ file, rules: broken })),
    )
  })
})

describe('docs/linter.md', () => {
  it('lists all rules, and what was reviewed', async () => {
    const reviewed = reviews.map(
      ({ file, rules: broken, reason }) => `- \`${file}\` ${broken.join(', ')}: ${reason}.`,
    )
    const text = withBlock(
      withBlock(readFileSync(page, 'utf8'), 'rules', rulesAsMarkdown(typeRules, rules)),
      'reviewed',
      reviewed.join('\n'),
    )
    await expect(text).toMatchFileSnapshot(page.pathname)
    for (const { id } of rules) expect(text).toContain(`**${id}**`)
  })

  it('has the places for them', () => {
    expect(() => withBlock('', 'rules', '')).toThrow('rules')
  })
})
