/** What the guards of a cutover watch is read until all of it is known. */
import { expect, it } from 'vitest'
import type { WatchSubject } from '../../aws/cutover/watch.ts'
import { AwsProblem } from '../../core/problem.ts'
import { GuardWatch } from './guard-watch.ts'
import type { CutoverHost } from './host.ts'

const whole: WatchSubject = {
  loadBalancerArn: 'lb',
  targetGroupArn: 'tg',
  cluster: 'edge',
  service: 'www',
  dedicated: true,
  alarms: [],
  legacy: [],
  expectedDeployment: 'ecs-svc/1',
  baseline: {},
}
const partial: WatchSubject = { ...whole, service: undefined, isPartial: true }
const lost = new AwsProblem({
  kind: 'unexpected',
  code: 'DeadlineExceeded',
  message: '',
  operation: 'ecs:DescribeServices',
  attempts: 1,
})

function watchOf(...answers: (WatchSubject | Error)[]): { watch: GuardWatch; left: () => number } {
  const watch = new GuardWatch({} as CutoverHost, () => {
    const answer = answers.shift()
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  })
  return { watch, left: () => answers.length }
}

it('is read once where all of it is there', async () => {
  const { watch, left } = watchOf(whole, partial)
  expect(await watch.subject()).toEqual(whole)
  expect(await watch.subject()).toEqual(whole)
  expect(left()).toBe(1)
})

it('is read again while part of it is missing, and goes on with that part until then', async () => {
  const { watch, left } = watchOf(partial, lost, whole)
  expect(await watch.subject()).toEqual(partial)
  expect(await watch.subject()).toEqual(partial)
  expect(await watch.subject()).toEqual(whole)
  expect(left()).toBe(0)
})

it('says why nothing of it is known', async () => {
  const { watch } = watchOf(lost, whole)
  await expect(watch.subject()).rejects.toBe(lost)
  expect(await watch.subject()).toEqual(whole)
})
