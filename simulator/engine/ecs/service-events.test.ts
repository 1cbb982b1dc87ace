import { describe, expect, it } from 'vitest'
import { addCluster, addDefinition, siteIn } from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import { addEvent, announce, endStanding, eventsOf } from './service-events.ts'
import { serviceRecord } from './services.ts'

const hour = 3_600_000

function service() {
  const world = createWorld({ id: 'w', scenario: 'test', seed: 1, now: 0 })
  const site = siteIn(world, 'us-east-1')
  const record = serviceRecord(world, site.region, {
    clusterArn: addCluster(site, 'c').clusterArn,
    serviceName: 's',
    taskDefinitionArn: addDefinition(site, { family: 's', image: 's:1', cpu: 1, memory: 6 })
      .taskDefinitionArn,
    desiredCount: 1,
  })
  return { world, record }
}

describe('a condition that lasts', () => {
  it('is said again each six hours, alike however often it is read, and nothing changes by reading', () => {
    const { world, record } = service()
    announce(world, record, 'steady', 'steady')
    const before = JSON.stringify(record)
    const read = eventsOf(record, 13 * hour)
    expect(read.map((event) => event.createdAt / hour)).toEqual([12, 6, 0])
    expect(eventsOf(record, 13 * hour)).toEqual(read)
    expect(new Set(read.map((event) => event.id)).size).toBe(3)
    expect(JSON.stringify(record)).toBe(before)
  })

  it('is not said twice at once, and keeps its rhythm and its past when something else happens', () => {
    const { world, record } = service()
    announce(world, record, 'waiting', 'no place')
    announce(world, record, 'waiting', 'no place')
    world.now = 7 * hour
    const seen = eventsOf(record, world.now)
    addEvent(world, record, 'started')
    world.now = 13 * hour
    expect(eventsOf(record, world.now).map((event) => [event.createdAt / hour, event.message])).toEqual([
      [12, 'no place'],
      [7, 'started'],
      [6, 'no place'],
      [0, 'no place'],
    ])
    expect(eventsOf(record, world.now).slice(2)).toEqual(seen)
    endStanding(world, record)
    expect(eventsOf(record, 100 * hour)).toHaveLength(4)
  })

  it('never makes more than 100 events', () => {
    const { world, record } = service()
    for (let index = 0; index < 120; index += 1) addEvent(world, record, String(index))
    announce(world, record, 'steady', 'steady')
    expect(eventsOf(record, 10_000 * hour)).toHaveLength(100)
    expect(eventsOf(record, 0)[1]?.message).toBe('119')
  })
})
