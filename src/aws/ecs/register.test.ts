/** Registering against the simulated AWS: once, whatever becomes of the answer. */
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { demoAccount } from '../testing/demo-account.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import type { Aws } from '../context.ts'
import { registerRevision } from './register.ts'
import { deleteOnce, deregisterOnce } from './retire.ts'
import {
  deleteRevisions,
  deregisterRevision,
  getRevision,
  listFamilies,
  listRevisions,
  newestRevision,
} from './revisions.ts'
import { getService } from './services.ts'
import { deployOnce } from './update-service.ts'

const definition: Definition = {
  family: 'job',
  containerDefinitions: [
    { name: 'job', image: 'busybox:1', memory: 64, environment: [{ name: 'A', value: 'x' }] },
  ],
  tags: [{ key: 'Team', value: 'data' }],
}

/** What it was refused with. */
const problemOf = (promise: Promise<unknown>): Promise<AwsProblem> =>
  promise.then(
    () => Promise.reject(new Error('It succeeded')),
    (error: unknown) => (error instanceof AwsProblem ? error : Promise.reject(error as Error)),
  )

function stage() {
  const { aws, sent: names, fault } = demoAccount()
  const sent = (operation: string): number => names().filter((name) => name === `ecs:${operation}`).length
  return { aws, sent, fault }
}

describe('registering', () => {
  it('gives the revision as it could be registered again, without the mark of the operation', async () => {
    const { aws } = stage()
    const { revision, found, requestId } = await registerRevision(aws, definition, 'op-1')
    expect(found).toBe(false)
    expect(requestId).toBeDefined()
    expect(revision).toMatchObject({ family: 'job', revision: 1, status: 'ACTIVE', operation: 'op-1' })
    expect(revision.definition).toMatchObject(definition)
    expect(revision.definition.tags).toEqual(definition.tags)
    for (const member of ['revision', 'status', 'taskDefinitionArn', 'compatibilities', 'registeredAt'])
      expect(revision.definition).not.toHaveProperty(member)
    const again = await getRevision(aws, 'job:1')
    expect(again).toEqual(revision)
    const copy = await registerRevision(aws, again.definition, 'op-2')
    expect(copy.revision).toMatchObject({ revision: 2, operation: 'op-2' })
    expect(await newestRevision(aws, 'job')).toMatchObject({ revision: 2 })
    expect(await newestRevision(aws, 'nothing')).toBeUndefined()
  })

  it('finds the revision when the answer was lost, and sends nothing again', async () => {
    const { aws, sent, fault } = stage()
    fault('reset-after', 'RegisterTaskDefinition')
    let lost = 0
    const { revision, found, requestId } = await registerRevision(aws, definition, 'op-1', {
      onLost: () => {
        lost += 1
      },
    })
    expect({ lost, found, requestId }).toEqual({ lost: 1, found: true, requestId: undefined })
    expect(revision).toMatchObject({ revision: 1, operation: 'op-1' })
    expect(sent('RegisterTaskDefinition')).toBe(1)
  })

  it('says that the outcome is not known when it never arrived, having sent it once and looked three times', async () => {
    const { aws, sent, fault } = stage()
    fault('reset-before', 'RegisterTaskDefinition')
    expect(await problemOf(registerRevision(aws, definition, 'op-1'))).toMatchObject({
      kind: 'unknown-outcome',
    })
    expect(sent('RegisterTaskDefinition')).toBe(1)
    expect(sent('ListTaskDefinitions')).toBe(3)
    expect((await listRevisions(aws, { family: 'job', status: 'ACTIVE' })).arns).toEqual([])
  })

  it('says so too when it cannot look, and does not look after a refusal', async () => {
    const { aws, sent, fault } = stage()
    const unsized = { ...definition, containerDefinitions: [{ name: 'job', image: 'busybox' }] }
    expect(await problemOf(registerRevision(aws, unsized, 'op-1'))).toMatchObject({
      kind: 'invalid',
      facts: { code: 'ClientException' },
    })
    expect(sent('ListTaskDefinitions')).toBe(0)
    fault('reset-after', 'RegisterTaskDefinition')
    fault('deny', 'ListTaskDefinitions')
    expect(await problemOf(registerRevision(aws, definition, 'op-2'))).toMatchObject({
      kind: 'unknown-outcome',
    })
  })
})

/** Chrome does so with a connection that it used before, without telling the page. */
const twice = (aws: Aws): Aws => ({
  ...aws,
  client: (service) => {
    const client = aws.client(service)
    const send = async (command: never, options: never): Promise<unknown> => {
      const isRegistering = (command as object) instanceof RegisterTaskDefinitionCommand
      if (isRegistering) await client.send(command, options)
      return client.send(command, options)
    }
    return new Proxy(client, {
      get: (target, key) => (key === 'send' ? send : Reflect.get(target, key)) as unknown,
    })
  },
})

describe('a browser that sends a request twice', () => {
  it('makes one revision in the end: the first; the copy is deregistered', async () => {
    const { aws, sent } = stage()
    const registered = await registerRevision(twice(aws), definition, 'op-1')
    expect(registered).toMatchObject({ revision: { revision: 1 }, found: false, copies: [{ revision: 2 }] })
    expect((await listRevisions(aws, { family: 'job', status: 'ACTIVE' })).arns).toHaveLength(1)
    expect(await getRevision(aws, 'job:2')).toMatchObject({ status: 'INACTIVE' })
    expect(sent('DeregisterTaskDefinition')).toBe(1)
    // The number is no longer the next one, and nothing is taken for a copy that is none.
    const next = await registerRevision(aws, definition, 'op-2', { after: 1 })
    expect(next).toMatchObject({ revision: { revision: 3 }, copies: [] })
  })
})

describe('families and revisions', () => {
  it('are listed by state, revisions in pages from the newest on', async () => {
    const { aws } = stage()
    expect(await listFamilies(aws, 'ACTIVE')).toContain('newsletter')
    expect(await listFamilies(aws, 'INACTIVE')).toEqual([])
    const first = await listRevisions(aws, { family: 'newsletter', status: 'ACTIVE', size: 2 })
    expect(first.arns.map((arn) => arn.split('/')[1])).toEqual(['newsletter:7', 'newsletter:6'])
    const rest = await listRevisions(aws, { family: 'newsletter', status: 'ACTIVE', from: first.next })
    expect(rest.arns).toHaveLength(3)
    expect(rest.next).toBeUndefined()
  })

  it('are deregistered, and deleted once they are', async () => {
    const { aws } = stage()
    const { arn } = await getRevision(aws, 'newsletter:4')
    const failures = await deleteRevisions(aws, [arn, 'newsletter:99'])
    expect(failures).toMatchObject([{ arn, reason: 'TASK_DEFINITION_STATE_INVALID' }, { reason: 'MISSING' }])
    await deregisterRevision(aws, arn)
    expect(await getRevision(aws, arn)).toMatchObject({ status: 'INACTIVE' })
    expect(await deleteRevisions(aws, [arn])).toEqual([])
    expect(await getRevision(aws, arn)).toMatchObject({ status: 'DELETE_IN_PROGRESS' })
  })
})

/** To deploy anew what the service web runs. */
const wishOf = async (aws: Aws) => {
  const { arn } = await getRevision(aws, 'web')
  const { deployments } = await getService(aws, 'platform', 'web')
  return {
    cluster: 'platform',
    service: 'web',
    taskDefinition: arn,
    forceNewDeployment: true,
    seenDeployment: deployments[0]?.id,
  }
}

describe('a service', () => {
  it('is given a revision; by force also the one that it has', async () => {
    const { aws } = stage()
    const wish = await wishOf(aws)
    const same = await deployOnce(aws, { ...wish, forceNewDeployment: false })
    expect(same.service.deployments).toHaveLength(1)
    const forced = await deployOnce(aws, wish)
    expect(forced.service.deployments).toHaveLength(2)
    expect(forced.requestId).toBeDefined()
  })

  it('is left alone when somebody else deployed meanwhile', async () => {
    const { aws, sent } = stage()
    const wish = await wishOf(aws)
    await deployOnce(aws, wish)
    expect(await problemOf(deployOnce(aws, wish))).toMatchObject({ kind: 'conflict' })
    expect(sent('UpdateService')).toBe(1)
  })

  it('tells by its deployments what became of a lost answer', async () => {
    const { aws, sent, fault } = stage()
    const wish = await wishOf(aws)
    fault('reset-after', 'UpdateService')
    const deployed = await deployOnce(aws, wish)
    expect(deployed.requestId).toBeUndefined()
    expect(deployed.service.deployments).toHaveLength(2)
    expect(sent('UpdateService')).toBe(1)
    const other = stage()
    other.fault('reset-before', 'UpdateService')
    expect(await problemOf(deployOnce(other.aws, await wishOf(other.aws)))).toMatchObject({
      kind: 'unknown-outcome',
    })
  })
})

const arnOf = async (aws: Aws, name: string): Promise<string> => (await getRevision(aws, name)).arn

describe('retiring', () => {
  it('knows what became of a lost answer', async () => {
    const { aws, sent, fault } = stage()
    const [fourth, first] = [await arnOf(aws, 'newsletter:4'), await arnOf(aws, 'newsletter:1')]
    fault('reset-after', 'DeregisterTaskDefinition')
    expect(await deregisterOnce(aws, fourth)).toEqual({ arn: fourth, outcome: 'done' })
    fault('reset-after', 'DeleteTaskDefinitions')
    expect(await deleteOnce(aws, [first])).toEqual([{ arn: first, outcome: 'done' }])
    expect([sent('DeregisterTaskDefinition'), sent('DeleteTaskDefinitions')]).toEqual([1, 1])
  })

  it('does not take for done what never arrived, and says what was refused', async () => {
    const { aws, fault } = stage()
    const fourth = await arnOf(aws, 'newsletter:4')
    expect(await deleteOnce(aws, [fourth])).toMatchObject([
      { outcome: 'failed', problem: { facts: { code: 'TASK_DEFINITION_STATE_INVALID' } } },
    ])
    expect(await deregisterOnce(aws, 'web')).toMatchObject({ outcome: 'failed' })
    fault('reset-before', 'De*')
    expect(await deregisterOnce(aws, fourth)).toMatchObject({ outcome: 'unknown' })
    expect(await deleteOnce(aws, [fourth])).toMatchObject([{ outcome: 'unknown' }])
  })

  it('takes what is gone for deleted', async () => {
    const { aws, fault } = stage()
    fault('reset-before', 'DeleteTaskDefinitions')
    expect(await deleteOnce(aws, ['newsletter:99'])).toMatchObject([{ outcome: 'done' }])
  })
})
