/** Changes how the software of a service answers, as a bad release would, and takes that back. */
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import { journal } from '../../world/journal.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { tasksOfService } from './ecs-index.ts'
import { announceEndpoints } from './listening.ts'

/** `change` gives the behaviour of an image from what it was before anybody spoilt it. */
export function spoilService(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  change: (before: ImageBehaviour) => ImageBehaviour,
): void {
  const spoilt = (world.spoiltImages ??= {})
  for (const image of imagesOf(region, service)) {
    spoilt[image] ??= world.images[image] ?? {}
    world.images[image] = change(spoilt[image])
  }
  announce(world, region, service, 'software-spoilt')
}

/** The software answers as it did at first. */
export function mendService(world: World, region: RegionTables, service: ServiceRecord): void {
  for (const image of imagesOf(region, service)) {
    const before = world.spoiltImages?.[image]
    if (before) world.images[image] = before
    delete world.spoiltImages?.[image]
  }
  announce(world, region, service, 'software-mended')
}

function imagesOf(region: RegionTables, { taskDefinitionArn }: ServiceRecord): string[] {
  const { containerDefinitions = [] } = region.ecs.taskDefinitions[taskDefinitionArn]?.definition ?? {}
  return [...new Set(containerDefinitions.flatMap(({ image }) => image ?? []))]
}

function announce(world: World, region: RegionTables, service: ServiceRecord, name: string): void {
  journal(world, { type: 'effect', name, region: region.name, subject: service.serviceArn })
  for (const task of tasksOfService(region.ecs, service.serviceArn)) {
    if (task.lastStatus === 'RUNNING') announceEndpoints(world, region, task)
  }
}
