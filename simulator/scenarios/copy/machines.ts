/** Machines of a copy: instances by their ids, and addresses of which nothing else is known. */
import { addServer } from '../../engine/traffic/servers.ts'
import { regionOf } from '../../world/create.ts'
import type { InstanceRecord } from '../../world/ec2-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'

interface Software {
  ports: readonly number[]
  behaviour: ImageBehaviour
}

/** Lets software listen at an instance or an address. An instance that nobody described runs. */
export function listenOn(world: World, region: string, id: string, { ports, behaviour }: Software): void {
  if (!id.startsWith('i-')) return serve(world, id, { ports, behaviour })
  const instance = (regionOf(world, region).ec2.instances[id] ??= unknownInstance(world, region, id))
  const image = `copy/${id}`
  const http = { ...world.images[image]?.http, ...behaviour.http }
  world.images[image] = { ...behaviour, http }
  const known = new Set(instance.listening.map(({ port }) => port))
  for (const port of new Set(ports)) if (!known.has(port)) instance.listening.push({ port, image })
}

function unknownInstance(world: World, region: string, instanceId: string): InstanceRecord {
  const [subnet] = Object.values(regionOf(world, region).subnets)
  return {
    instanceId,
    instanceType: 'm5.large',
    state: 'running',
    privateIp: '',
    vpcId: subnet?.vpcId ?? '',
    subnetId: subnet?.subnetId ?? '',
    availabilityZone: subnet?.availabilityZone ?? `${region}a`,
    securityGroups: [],
    launchedAt: world.now,
    listening: [],
    tags: {},
  }
}

/** A server that has the address, with further ports if it is there. */
function serve(world: World, address: string, { ports, behaviour }: Software): void {
  const known = world.internet.servers[address]?.listening.map(({ port }) => port) ?? []
  addServer(world, {
    name: address,
    addresses: [address],
    ports: [...new Set([...known, ...ports])],
    behaviour,
  })
}
