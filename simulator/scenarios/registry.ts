/** Registry: every scenario, one line each. */
import { badDeploy } from './bad-deploy.ts'
import { bigFleet } from './big-fleet.ts'
import { demo } from './demo.ts'
import { empty } from './empty.ts'
import { midCutover } from './mid-cutover.ts'
import { migration } from './migration.ts'
import type { Scenario } from './scenario.ts'
import { zone10k } from './zone-10k.ts'

export const scenarios: Scenario[] = [empty, demo, badDeploy, bigFleet, migration, midCutover, zone10k]

/** The scenario of that name, or undefined. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name)
}
