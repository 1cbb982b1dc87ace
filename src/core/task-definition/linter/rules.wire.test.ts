/** The simulated AWS, which shares nothing with the linter but AWS's pages, refuses nothing in which the linter sees no error. */
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
