/** What practice keeps over a reload has no secret of a task definition in it, and goes on from there. */
import {
  type ContainerDefinition,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  type Tag,
  type Task,
  type TaskDefinition,
  type Volume,
} from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, it } from 'vitest'
import { keptWorld } from '../../simulator/control/kept-world.ts'
import { registerTaskDefinition } from '../../simulator/engine/ecs/task-definitions.ts'
import { scenarios } from '../../simulator/scenarios/registry.ts'
import { createWorld, regionOf } from '../../simulator/world/create.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import type { TaskDefinitionRecord } from '../../simulator/world/ecs-tables.ts'
import type { World } from '../../simulator/world/world.ts'
import type { Json } from '../core/task-definition/json.ts'
import { lint } from '../core/task-definition/linter/lint.ts'
import { createWithholder } from '../core/task-definition/masking/withholder.ts'
import {
  type Canary,
  canaryDefinition,
  dresses,
  secretCanaries,
} from '../core/task-definition/testing/canaries.ts'
import { setPace } from '../lib/clock.ts'
import { type PracticeBackend, startPractice } from '../practice.ts'

type Dress = keyof typeof dresses
const names = Object.keys(dresses) as Dress[]
const region = 'ap-northeast-2'

afterEach(() => setPace(1))

const start = (scenario: string, kept?: string): Promise<PracticeBackend> =>
  startPractice({ scenario, kept }, { loaded: () => undefined, reload: () => undefined })

const keep = (backend: PracticeBackend): string => backend.keep((after) => createWithholder('kept', after))

function ecsOf({ keys, requestHandler }: PracticeBackend): ECSClient {
  return new ECSClient({ region, credentials: keys, requestHandler, maxAttempts: 1 })
}

async function register(backend: PracticeBackend, input: object): Promise<TaskDefinition | undefined> {
  const command = new RegisterTaskDefinitionCommand(input as RegisterTaskDefinitionCommandInput)
  return (await ecsOf(backend).send(command)).taskDefinition
}

async function describeDefinition(backend: PracticeBackend, taskDefinition: string | undefined) {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] })
  return ecsOf(backend).send(command)
}

/** The canary definition with what AWS refuses put right: its free strings are as they were. */
function accepted(written: Json): RegisterTaskDefinitionCommandInput {
  const { family, containerDefinitions, volumes, tags } = written as unknown as Canaries
  const [app] = containerDefinitions
  const [volume] = volumes
  return {
    family: legalName(family),
    networkMode: 'bridge',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    tags: tags.map(({ value }) => ({ key: 'api-token', value })),
    volumes: [
      {
        name: legalName(volume.name),
        dockerVolumeConfiguration: { ...volume.dockerVolumeConfiguration, scope: 'shared' },
      },
    ],
    containerDefinitions: [
      {
        name: legalName(app.name),
        image: legalName(app.image),
        memory: 16,
        entryPoint: app.entryPoint,
        command: app.command,
        environment: app.environment,
        dockerLabels: app.dockerLabels,
        dockerSecurityOptions: app.dockerSecurityOptions,
        systemControls: app.systemControls,
        hostname: app.hostname,
        workingDirectory: app.workingDirectory,
        logConfiguration: { ...app.logConfiguration, logDriver: 'json-file' },
        healthCheck: { command: ['CMD', ...app.healthCheck.command] },
      },
    ],
  }
}

/** What a canary definition has: one of everything. */
interface Canaries {
  family: string
  containerDefinitions: [Required<ContainerDefinition> & { healthCheck: { command: string[] } }]
  volumes: [Required<Volume>]
  tags: [Required<Tag>]
}

function legalName(name: string): string {
  return /^[\w-]+$/.test(name) ? name : 'plain'
}

/** Runs it where there is room, with what may be secret written over once more. */
function runRequest(definition: TaskDefinition | undefined): RunTaskCommandInput {
  const { taskDefinitionArn, containerDefinitions = [] } = definition ?? {}
  return {
    cluster: 'commerce',
    taskDefinition: taskDefinitionArn,
    clientToken: 'once',
    overrides: {
      containerOverrides: containerDefinitions.map(({ name, environment, command }) => ({
        name,
        environment,
        command,
      })),
    },
  }
}

async function run(backend: PracticeBackend, request: RunTaskCommandInput): Promise<string> {
  const { tasks: [task] = [] } = await ecsOf(backend).send(new RunTaskCommand(request))
  return task?.taskArn ?? ''
}

async function describeTask(backend: PracticeBackend, taskArn: string): Promise<Task | undefined> {
  const command = new DescribeTasksCommand({ cluster: 'commerce', tasks: [taskArn] })
  return (await ecsOf(backend).send(command)).tasks?.[0]
}

function withoutReadOnly({
  taskDefinitionArn: _arn,
  revision: _revision,
  status: _status,
  registeredAt: _at,
  registeredBy: _by,
  compatibilities: _compatibilities,
  requiresAttributes: _attributes,
  ...definition
}: TaskDefinition = {}): TaskDefinition {
  return definition
}

function definitionsIn(kept: string): TaskDefinitionRecord[] {
  const { state } = JSON.parse(kept) as { state: World }
  return Object.values(state.regions[region]?.ecs.taskDefinitions ?? {})
}

function seenIn(text: string, canaries: readonly Canary[]): string[] {
  const isSeen = ({ word }: Canary): boolean => text.includes(word) || text.includes(word.replaceAll('-', ''))
  return canaries.filter(isSeen).map(({ path, word }) => `${path.join('.')}: ${word}`)
}

describe('what is kept of a task definition that somebody registered', () => {
  it.each(names)('has none of its secrets, whatever string they stand in: %s', (name) => {
    const world = createWorld({ id: 'w1', scenario: 'empty', seed: 1, now: Date.UTC(2026, 0, 1) })
    const { value, canaries } = canaryDefinition(dresses[name])
    const { tags = [], ...definition } = value as unknown as RegisterTaskDefinitionCommandInput
    registerTaskDefinition(world, regionOf(world, region), definition, {
      byCall: true,
      tags: Object.fromEntries(tags.map((tag) => [tag.key ?? '', tag.value ?? ''])),
    })
    const before = JSON.stringify(world)
    const withholder = createWithholder('kept')
    const kept = withholder.withholdNames(JSON.stringify(keptWorld(world, withholder)))
    expect(seenIn(kept, secretCanaries(canaries, dresses[name]))).toEqual([])
    // The page goes on with what it has, if it is not left after all.
    expect(JSON.stringify(world)).toBe(before)
  })

  it.each(names)('has none of them where tasks ran it and calls were refused: %s', async (name) => {
    const backend = await start('demo')
    const { value, canaries } = canaryDefinition(dresses[name])
    await expect(register(backend, value as object)).rejects.toMatchObject({ name: 'ClientException' })
    const request = runRequest(await register(backend, accepted(value)))
    const taskArn = await run(backend, request)
    backend.control.advance('PT10M')
    const kept = keep(backend)
    expect(seenIn(kept, secretCanaries(canaries, dresses[name]))).toEqual([])

    const again = await start('demo', kept)
    expect([backend.control.isWithheld(), again.control.isWithheld()]).toEqual([false, true])
    const task = await describeTask(again, taskArn)
    const { taskDefinition, tags } = await describeDefinition(again, task?.taskDefinitionArn)
    expect(taskDefinition).toMatchObject({ revision: 1, containerDefinitions: [{ memory: 16 }] })
    expect(taskDefinition?.containerDefinitions?.[0]?.name).toBe(task?.containers?.[0]?.name)
    const written = { ...accepted(value), ...withoutReadOnly(taskDefinition), tags }
    expect(lint(written as unknown as Json).filter(({ severity }) => severity === 'error')).toEqual([])
    // What the page cannot know any more is another request.
    const repeated = { ...request, taskDefinition: task?.taskDefinitionArn }
    await expect(run(again, repeated)).rejects.toMatchObject({ name: 'ConflictException' })
    expect((await register(again, written))?.revision).toBe(2)
    expect(definitionsIn(keep(again)).at(-1)?.definition).toEqual(definitionsIn(kept).at(-1)?.definition)
  })

  it('differs from what the scenario has in what was changed alone', async () => {
    const backend = await start('demo')
    const { taskDefinition: before } = await describeDefinition(backend, 'checkout')
    const { containerDefinitions: [app, ...others] = [] } = before ?? {}
    const environment = [...(app?.environment ?? []), { name: 'GREETING', value: 'canary' }]
    const containerDefinitions = [{ ...app, environment }, ...others]
    const registered = await register(backend, { ...withoutReadOnly(before), containerDefinitions })
    const kept = keep(backend)
    expect(kept).not.toContain('canary')
    const again = await start('demo', kept)
    const { taskDefinition: after } = await describeDefinition(again, registered?.taskDefinitionArn)
    expect(after?.containerDefinitions).toEqual([
      { ...app, environment: [...(app?.environment ?? []), { name: 'GREETING', value: 'value-not-kept-1' }] },
      ...others,
    ])
    await again.control.load('demo')
    expect(again.control.isWithheld()).toBe(false)
  })
})

describe('what is kept where nobody registered anything', () => {
  it('knows a request that comes again', async () => {
    const backend = await start('demo')
    const { taskDefinition } = await describeDefinition(backend, 'checkout')
    const { overrides: _, ...request } = runRequest(taskDefinition)
    const taskArn = await run(backend, request)
    const again = await start('demo', keep(backend))
    expect(await run(again, request)).toBe(taskArn)
    expect(again.control.isWithheld()).toBe(false)
  })

  it.each(scenarios.map(({ name }) => name))('is the account as it was: %s', async (name) => {
    const simulator = createSimulator({ clock: 'manual' })
    const { accessKeyId: key } = simulator.control.load({ scenario: name })
    const withholder = createWithholder('kept')
    const kept = simulator.control.keptWorld({ key, withholder })
    expect(kept).toEqual(simulator.control.world({ key }))
    expect(withholder.count()).toBe(0)
  })
})
