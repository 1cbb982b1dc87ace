/** Registry: every scenario, one line each. */
import { demo } from './demo.ts'
import { empty } from './empty.ts'
import type { Scenario } from './scenario.ts'

export const scenarios: Scenario[] = [empty, demo]

/** The scenario of that name, or undefined. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name)
}
