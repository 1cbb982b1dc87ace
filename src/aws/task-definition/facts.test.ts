/** What the demo's account says about what a definition names. */
import { describe, expect, it } from 'vitest'
import { demoAccount } from '../testing/demo-account.ts'
import { questionsOf } from '../../core/task-definition/verify/questions.ts'
import { checkOf } from '../../core/task-definition/verify/verdicts.ts'
import { listImages, listRepositories } from '../ecr/repositories.ts'
import { listRoles } from '../iam/roles.ts'
import { listLogGroups } from '../logs/log-groups.ts'
import { listTaskSchedules } from '../scheduler/schedules.ts'
import { listSecrets } from '../secrets-manager/secrets.ts'
import { listParameters } from '../ssm/parameters.ts'
import { factOf } from './facts.ts'

const { aws } = demoAccount()

const registry = '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com'
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`

describe('facts', () => {
  it('are good, bad, or not looked at', async () => {
    const questions = questionsOf(
      {
        taskRoleArn: role('ec2-nodes'),
        executionRoleArn: role('ecsTaskExecutionRole'),
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [
          { image: `${registry}/platform/web:7.1.0`, secrets: [{ valueFrom: '/platform/api/token' }] },
          { image: `${registry}/commerce/storefront:2.16.0-arm`, secrets: [{ valueFrom: 'missing' }] },
          { image: `${registry}/commerce/storefront:0.0.1` },
          { image: `${registry}/none/at-all:1` },
          { image: 'nginx' },
          logged('/ecs/web'),
          logged('/ecs/we'),
          { secrets: [await secretNamed('commerce/mariadb')] },
        ],
      },
      aws,
    )
    const checks = await Promise.all(
      questions.map(async (question) => checkOf(question, await factOf(aws, question))),
    )
    const roles = 'bad good'
    const images = 'good bad bad bad unknown'
    expect(checks.map(({ state }) => state).join(' ')).toBe(`${roles} ${images} good bad good bad good`)
  })

  it('are problems where the role may not look', async () => {
    const other = demoAccount()
    other.fault('deny', 'GetRole', 'iam')
    const [question] = questionsOf({ taskRoleArn: role('web-task') }, other.aws)
    if (!question) throw new Error('Nothing is asked')
    expect(await factOf(other.aws, question)).toMatchObject({ problem: { kind: 'denied' } })
  })
})

describe('what may be named', () => {
  it('is listed', async () => {
    const roles = await listRoles(aws)
    expect(roles.find(({ name }) => name === 'report-runner')).toMatchObject({
      path: '/service-role/',
      trustedServices: ['scheduler.amazonaws.com', 'ecs-tasks.amazonaws.com'],
    })
    expect((await listRepositories(aws)).map(({ name }) => name)).toContain('newsletter')
    expect((await listImages(aws, 'newsletter')).flatMap(({ tags }) => tags)).toContain('4.2.0')
    expect((await listSecrets(aws)).map(({ name }) => name)).toEqual(['commerce/mariadb', 'platform/smtp'])
    expect((await listParameters(aws)).map(({ name }) => name)).toContain('feature-flags')
    expect(await listLogGroups(aws, '/ecs/st')).toEqual(['/ecs/storefront'])
  })

  it('is told for schedules that run tasks, and for no others', async () => {
    expect(await listTaskSchedules(aws)).toMatchObject([
      { name: 'nightly-sales-report', state: 'ENABLED', expression: 'cron(0 3 * * ? *)' },
      { name: 'weekly-newsletter', state: 'DISABLED' },
    ])
  })
})

function logged(group: string) {
  const options = { 'awslogs-group': group, 'awslogs-region': 'ap-northeast-2' }
  return { logConfiguration: { logDriver: 'awslogs', options } }
}

async function secretNamed(wanted: string) {
  const found = (await listSecrets(aws)).find(({ name }) => name === wanted)
  return { valueFrom: `${found?.arn ?? ''}:password::` }
}
