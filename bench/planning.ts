/** How long it takes to plan a cutover of the largest group that Route 53 allows, in Node on the machine that runs this. */
import { fixtures } from '../src/core/cutover/fixtures/all.ts'
import { planInput } from '../src/core/cutover/fixtures/planning.ts'
import { makePlan } from '../src/core/cutover/plan.ts'
import { measured, type Row } from './table.ts'

/** Layout 28: a weighted group of 100 members. */
const worst = '28'
const limitMs = 10

/** Enough that the engine has compiled what it runs; the range shows the first plan, made by code that is not. */
const runs = 41

export function planningRows(): Row[] {
  const fixture = fixtures.find(({ id }) => id === worst)
  if (!fixture) throw new Error(`No layout ${worst}`)
  const input = planInput(fixture, 'simple')
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    makePlan(input)
    return performance.now() - start
  })
  return [measured('Plan of 100 weighted members', times, limitMs)]
}
