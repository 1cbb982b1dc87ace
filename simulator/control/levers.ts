/** Registry: what may be done to a world besides calls and faults, one line each. `subject` names whom it happens to. */
import { setInstanceState } from '../engine/ec2/build.ts'
import { setServerStopped } from '../engine/traffic/servers.ts'
import { hangUp } from '../engine/traffic/visitors.ts'
import type { World } from '../world/world.ts'
import { ControlError } from './control.ts'

type Lever = (world: World, subject: string) => void

const levers: Record<string, Lever> = {
  'hang-up': (world, subject) => hangUp(world, named(world.internet.visitors, subject)),
  'stop-server': (world, subject) => setServerStopped(world, named(world.internet.servers, subject), true),
  'start-server': (world, subject) => setServerStopped(world, named(world.internet.servers, subject), false),
  'stop-instance': (world, subject) => switchInstance(world, subject, 'stopped'),
  'start-instance': (world, subject) => switchInstance(world, subject, 'running'),
}

/** @throws ControlError when there is no such lever, or nobody it could happen to */
export function pullLever(world: World, kind: string, subject: string): void {
  const lever = Object.hasOwn(levers, kind) ? levers[kind] : undefined
  if (!lever) throw new ControlError(`There is no "${kind}"; there are ${Object.keys(levers).join(', ')}`)
  lever(world, subject)
}

function named(table: Record<string, unknown>, name: string): string {
  if (Object.hasOwn(table, name)) return name
  throw new ControlError(`There is no "${name}"; there are ${Object.keys(table).join(', ')}`, 404)
}

function switchInstance(world: World, id: string, state: 'running' | 'stopped'): void {
  const home = Object.values(world.regions).find(({ ec2 }) => Object.hasOwn(ec2.instances, id))
  if (!home) throw new ControlError(`There is no instance "${id}"`, 404)
  setInstanceState(world, home.name, id, state)
}
