/** What an update starts, in words. */
import { expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { previewDeployment } from './deployment-preview.ts'

const arn = 'arn:aws:ecs:r:1:task-definition/web:2'
type Updated = Parameters<typeof previewDeployment>[0]
const service: Updated = {
  name: 'web',
  taskDefinitionArn: 'arn:aws:ecs:r:1:task-definition/web:1',
  desiredCount: 4,
  schedulingStrategy: 'REPLICA',
  minimumHealthyPercent: 50,
  maximumPercent: 150,
  circuitBreaker: { enable: true, rollback: true },
  deployments: [],
}

const said = (change: Partial<Updated>, force = false) => {
  const { lines, ...rest } = previewDeployment({ ...service, ...change }, arn, force)
  for (const line of lines) expect(translate('ko', line)).not.toMatch(/[{}]/)
  return { text: lines.map((line) => translate('en', line)).join(' '), ...rest }
}

it('says what is replaced, how many at a time, and what ends a bad deployment', () => {
  expect(said({})).toEqual({
    starts: true,
    isStuck: false,
    text: 'A deployment starts: web goes from web:1 to web:2. ECS replaces 4 tasks: at least 2 stay running, at most 6 run at a time. The circuit breaker ends a deployment that fails and goes back.',
  })
  expect(said({ circuitBreaker: undefined }).text).toContain('No circuit breaker')
  expect(said({ circuitBreaker: { enable: true, rollback: false } }).text).toContain('without going back')
})

it('starts nothing where the revision runs already, unless it is forced', () => {
  expect(said({ taskDefinitionArn: arn })).toMatchObject({ starts: false })
  expect(said({ taskDefinitionArn: arn }, true).text).toContain('although web runs web:2 already')
})

it('tells a deployment that cannot make progress, daemons, none wanted, and one under way', () => {
  const stuck = said({ minimumHealthyPercent: 100, maximumPercent: 100 })
  expect(stuck).toMatchObject({ isStuck: true, starts: true })
  expect(stuck.text).toContain('cannot make progress')
  expect(said({ schedulingStrategy: 'DAEMON' }).text).toContain('on each instance')
  expect(said({ desiredCount: 0 }).text).toContain('wants no tasks')
  const moving = { rolloutState: 'IN_PROGRESS' } as Updated['deployments'][number]
  expect(said({ deployments: [moving] }).text).toContain('Another deployment is under way')
})
