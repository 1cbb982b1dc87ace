/** Where revisions are used, and which of them may go. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { nameOfArn, readRevisionName, revisionName, type RevisionStatus } from './revision.ts'
import { countUses, inUse, type Named, retirable, type Usage, usageOf } from './usage.ts'

const arnOf = (name: string): string => `arn:aws:ecs:r:1:task-definition/${name}`
const revision = (number: number, status: RevisionStatus = 'ACTIVE'): Named => ({
  arn: arnOf(`web:${number}`),
  family: 'web',
  revision: number,
  status,
})
const schedule = (name: string, taskDefinitionArn: string) => ({
  name,
  group: 'default',
  state: 'ENABLED',
  clusterArn: 'c',
  taskDefinitionArn,
})

const usage: Usage = {
  services: [{ cluster: 'shop', service: 'web', taskDefinitionArns: [arnOf('web:5'), arnOf('web:4')] }],
  tasks: [
    { cluster: 'shop', id: 'a', service: 'web', taskDefinitionArn: arnOf('web:5') },
    { cluster: 'jobs', id: 'b', taskDefinitionArn: arnOf('web:2') },
    { cluster: 'jobs', id: 'c', taskDefinitionArn: arnOf('web:2') },
  ],
  schedules: [schedule('latest', arnOf('web')), schedule('third', 'web:3')],
}
const none: Usage = { services: [], tasks: [], schedules: [] }

describe('names', () => {
  it('are read from ARNs and from themselves', () => {
    expect(readRevisionName(arnOf('web:5'))).toEqual({ family: 'web', revision: 5 })
    expect(readRevisionName('web')).toBeUndefined()
    expect(readRevisionName('web:x')).toBeUndefined()
    expect(nameOfArn(arnOf('web:5'))).toBe(revisionName(revision(5)))
  })
})

const said = (number: number): string | undefined => {
  const message = inUse(revision(number), usageOf(revision(number), usage, arnOf('web:6')))
  return message && translate('en', message)
}

describe('a revision is used', () => {
  it('by services, tasks and schedules that name it; a name without revision means the newest', () => {
    const newest = arnOf('web:6')
    const uses = [6, 5, 4, 3, 2, 1].map((number) => countUses(usageOf(revision(number), usage, newest)))
    expect(uses).toEqual([1, 1, 1, 1, 2, 0])
  })

  it('and it is said by whom', () => {
    expect(said(5)).toBe('web:5 is used by service web of cluster shop')
    expect(said(2)).toBe('web:2 is run by 2 tasks of cluster jobs')
    expect(said(3)).toBe('web:3 is run by schedule third')
    expect(said(6)).toBe('web:6 is run by schedule latest')
    expect(said(1)).toBeUndefined()
  })
})

const names = (all: readonly Named[]): string[] => all.map(revisionName)

describe('what may go', () => {
  const active = [7, 6, 5, 4, 3, 2, 1].map((number) => revision(number).arn)
  it('is neither in use nor among the newest', () => {
    const chosen = [7, 6, 5, 4, 3, 2, 1].map((number) => revision(number))
    const plan = retirable({ action: 'deregister', chosen, active, keep: 2, usage })
    expect(names(plan.go)).toEqual(['web:1'])
    expect(plan.stay.map(({ why }) => translate('en', why))).toEqual([
      'web:7 is run by schedule latest',
      'web:6 is among the newest 2, which are kept',
      'web:5 is used by service web of cluster shop',
      'web:4 is used by service web of cluster shop',
      'web:3 is run by schedule third',
      'web:2 is run by 2 tasks of cluster jobs',
    ])
  })

  it('says that the one that is kept is the newest', () => {
    const rest = { chosen: [revision(7)], active, keep: 1, usage: none }
    const { stay } = retirable({ action: 'deregister', ...rest })
    expect(stay.map(({ why }) => translate('en', why))).toEqual(['web:7 is the newest, which is kept'])
  })

  it('is deregistered when ACTIVE, and deleted when INACTIVE', () => {
    const chosen = [revision(2), revision(1, 'INACTIVE')]
    const rest = { chosen, active, keep: 1, usage: none }
    expect(names(retirable({ action: 'deregister', ...rest }).go)).toEqual(['web:2'])
    expect(names(retirable({ action: 'delete', ...rest }).go)).toEqual(['web:1'])
    const all = [
      ...retirable({ action: 'deregister', ...rest }).stay,
      ...retirable({ action: 'delete', ...rest }).stay,
    ]
    for (const { why } of all) expect(translate('ko', why)).toContain('web')
  })
})
