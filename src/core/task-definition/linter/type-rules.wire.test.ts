/** What the rules about types call wrong is sent to the simulated AWS as it stands, past the SDK that would change it. */
import { ECSClient, RegisterTaskDefinitionCommand, type TaskDefinition } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../../../simulator/adapters/sdk-handler.ts'
import { createSimulator } from '../../../../simulator/simulator.ts'
import type { Json } from '../json.ts'
import { typeRules } from './type-rules.ts'

const simulator = createSimulator({ scenario: 'demo', realNow: () => Date.UTC(2026, 10, 20, 6) })

const credentials = simulator.control.load({ scenario: 'demo', seed: 1 })

/** Resolves with the text of the refusal; undefined when the definition was registered. */
async function refusal(definition: Json): Promise<string | undefined> {
  const answer = await register(definition)
  return typeof answer === 'string' ? answer : undefined
}

/** What was registered, or the text of the refusal. */
async function register(definition: Json): Promise<TaskDefinition | string> {
  const ecs = new ECSClient({
    region: 'ap-northeast-2',
    credentials,
    requestHandler: new SdkHandler(simulator.handle),
    maxAttempts: 1,
  })
  ecs.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: string; headers: Record<string, string> }
      request.body = JSON.stringify(definition)
      request.headers['content-length'] = String(Buffer.byteLength(request.body))
      return next(args)
    },
    { step: 'build', priority: 'low', name: 'asItStands' },
  )
  try {
    const command = new RegisterTaskDefinitionCommand({ family: 'web', containerDefinitions: [] })
    return (await ecs.send(command)).taskDefinition ?? 'nothing was registered'
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}

const examplesOf = (id: string): readonly Json[] =>
  typeRules.find((rule) => rule.id === id)?.examples.bad ?? []

/** On the wire null says nothing, and a fraction is cut: only AWS's clients refuse them. */
const forgiven = (definition: Json): boolean => /null\b(?!\])|\d\.\d/.test(JSON.stringify(definition))
const wrongTypes = examplesOf('wrong-type')

describe('what is sent as it stands', () => {
  it.each(wrongTypes.filter((each) => !forgiven(each)))(
    'is refused for a wrong type: %j',
    async (definition) => {
      expect(await refusal(definition)).toMatch(
        /^SerializationException: (?:\w+_VALUE can not be converted to \w+|Expected list or null|Start of .* found where not expected\.?)$/,
      )
    },
  )

  it.each(examplesOf('missing-required'))('is refused for what it lacks: %j', async (definition) => {
    expect(await refusal(definition)).toMatch(
      /^(?:InvalidParameterException|ClientException): \w+ can ?not be (?:blank|empty)\.$/,
    )
  })

  it.each([...examplesOf('unknown-member'), ...wrongTypes.filter(forgiven)])(
    'is registered without what AWS does not know: %j',
    async (definition) => {
      expect(await refusal(definition)).toBeUndefined()
    },
  )

  it('is registered with the whole part of a fraction, and without the members that AWS does not know', async () => {
    const container = { name: 'web', image: 'nginx', memoryReservation: 64.5, memoryy: 128 }
    const registered = await register({ family: 'web', Cpu: '256', containerDefinitions: [container] })
    expect(registered).toMatchObject({ containerDefinitions: [{ memoryReservation: 64 }] })
    expect(JSON.stringify(registered)).not.toMatch(/memoryy|Cpu"/)
  })
})
