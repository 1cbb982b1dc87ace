/** Adds and changes the people and programs that send requests. */
import { regionOf } from '../../world/create.ts'
import { record } from '../../world/history.ts'
import type { ClientPopulation } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { scheduleRoutes } from './due.ts'

/** Lets a population send requests from now on; one of the same name is replaced. `rps: 0` sends it home. */
export function addClients(world: World, population: ClientPopulation): void {
  const { history } = regionOf(world, population.region)
  world.clients[population.name] = population
  record(history, `rps/${population.name}`, world.now, population.rps)
  record(history, `swing/${population.name}`, world.now, population.swing)
  scheduleRoutes(world, population.region, population.loadBalancerArn)
}

/** Changes the rate of a population that is already there, and nothing of where its requests go. */
export function setRate(world: World, population: ClientPopulation, rps: number): void {
  population.rps = rps
  record(regionOf(world, population.region).history, `rps/${population.name}`, world.now, rps)
}
