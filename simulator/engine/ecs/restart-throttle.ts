/**
 * Slows a service down whose tasks keep ending early: each round of failures waits longer than the one before.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { World } from '../../world/world.ts'
import { eventWords } from './event-words.ts'
import { addEvent } from './service-events.ts'

/** A task that ran this long did not end early, in ms. */
const earlyMs = 5 * 60_000
/** Failures this close together are one round: they were launched together. */
const roundMs = 10_000
/** Rounds that are retried at once. */
const freeRounds = 3
const firstWaitMs = 10_000
const longestWaitMs = 15 * 60_000
/** The round from which AWS says that the service cannot start tasks consistently. */
const impairedRound = 5

/** Notes that a task of the service ended by itself. */
export function slowDown(world: World, service: ServiceRecord, task: TaskRecord): void {
  const before = service.restarts
  if (before && world.now - before.lastAt < roundMs) return
  const ranLong = task.startedAt !== undefined && world.now - task.startedAt >= earlyMs
  const rounds = ranLong ? 1 : (before?.rounds ?? 0) + 1
  const waitMs =
    rounds <= freeRounds ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (rounds - freeRounds - 1))
  service.restarts = { rounds, lastAt: world.now, notBefore: world.now + waitMs }
  if (rounds === impairedRound) addEvent(world, service, eventWords.impaired(service))
}

/** How long the next launch must wait, in ms. */
export function launchDelay(world: World, service: ServiceRecord): number {
  return Math.max(0, (service.restarts?.notBefore ?? 0) - world.now)
}
