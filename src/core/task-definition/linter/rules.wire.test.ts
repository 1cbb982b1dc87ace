/** The simulated AWS, which shares nothing with the linter but AWS's pages, refuses what the linter calls an error, and nothing else. */
import { ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../../../simulator/adapters/sdk-handler.ts'
import { createSimulator } from '../../../../simulator/simulator.ts'
import type { Json } from '../json.ts'
import { lint } from './lint.ts'
import { rules } from './registry.ts'

const simulator = createSimulator({ scenario: 'demo', realNow: () => Date.UTC(2026, 10, 20, 6) })
const ecs = new ECSClient({
  region: 'ap-northeast-2',
  credentials: simulator.control.load({ scenario: 'demo', seed: 1 }),
  requestHandler: new SdkHandler(simulator.handle),
  maxAttempts: 1,
})

/** Every example of every rule, without its target. */
const definitions = rules.flatMap(({ id, examples, situations }) =>
  [examples, situations ?? { good: [], bad: [] }].flatMap(({ good, bad }) =>
    [...good, ...bad]
      .map((example) => ('definition' in example ? example.definition : example))
      .map((definition) => ({ id, value: JSON.parse(JSON.stringify(definition)) as Json })),
  ),
)

/** AWS refuses it, or it has a place that somebody is to fill in first. */
const isTold = (value: Json): boolean =>
  lint(value).some(({ severity, rule }) => severity === 'error' || rule === 'R7.placeholder')

async function refusal(definition: Json): Promise<string | undefined> {
  try {
    await ecs.send(new RegisterTaskDefinitionCommand(definition as never))
    return undefined
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}

describe('AWS registers', () => {
  const unsuspicious = definitions.filter(({ value }) => !isTold(value))

  it('hundreds of examples', () => {
    expect(unsuspicious.length).toBeGreaterThan(200)
  })

  it.each(unsuspicious)('what the linter calls no error, from $id: $value', async ({ value }) => {
    expect(await refusal(value)).toBeUndefined()
  })
})

/** Errors of which RegisterTaskDefinition says nothing, at least in one of the examples, and why. */
const notRefused: Record<string, string> = {
  'R0.value-from': 'AWS drops the member that it does not know; its clients refuse it',
  'R1.5': 'the instances have the ports taken, and no task is ever placed',
  'R2.windows-mode': 'no Windows instance has the attributes, and no task is ever placed',
  'R4.docker-windows': 'no Windows instance has the driver, and no task is ever placed',
}

const errors = rules.filter(({ severity, examples }) => severity === 'error' && examples.bad.length > 0)
const badOnes = errors.flatMap(({ id, examples }) =>
  examples.bad.map((definition) => ({ id, value: JSON.parse(JSON.stringify(definition)) as Json })),
)

/** What is the same in all refusals of a kind: without names and numbers. */
function kindOf(text: string): string {
  return text
    .replace(/^\w+Exception: /, '')
    .replaceAll(/'[^']*'|\d+/g, '…')
    .replace(/\.$/, '')
}

describe('AWS refuses', () => {
  it.each(badOnes.filter(({ id }) => !Object.hasOwn(notRefused, id)))(
    'what the linter calls an error, from $id: $value',
    async ({ value }) => {
      expect(await refusal(value)).toMatch(/^(?:Client|InvalidParameter)Exception: ./)
    },
  )

  it.each(errors.filter(({ awsText }) => awsText !== undefined))(
    'an example of $id in the words that the rule tells: $awsText',
    async ({ examples, awsText = '' }) => {
      const said = await Promise.all(
        examples.bad.map(async (bad) => refusal(JSON.parse(JSON.stringify(bad)) as Json)),
      )
      expect(said.map((each) => kindOf(each ?? ''))).toContain(kindOf(awsText))
    },
  )

  it.each(Object.entries(notRefused))('not all examples of %s: %s', async (id) => {
    const said = await Promise.all(badOnes.filter((one) => one.id === id).map(({ value }) => refusal(value)))
    expect(said).toContain(undefined)
  })
})
