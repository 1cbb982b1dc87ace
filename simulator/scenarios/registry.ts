/** Registry: every scenario, one line each. */
import { badDeploy } from './bad-deploy.ts'
import { bigFleet } from './big-fleet.ts'
import { demo } from './demo.ts'
import { empty } from './empty.ts'
import { midCutover } from './mid-cutover.ts'
import { migration } from './migration.ts'
import type { Scenario } from './scenario.ts'

export const scenarios: Scenario[] = [empty, demo, badDeploy, bigFleet, migration, midCutover]

/** The scenario of that name, or undefined. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name)
}
