/** Finds the name of another container where it stands for a host, and puts localhost in its place. */
import type { ContainerDefinition } from '../definition.ts'

/** Variables whose whole value is a host. */
const hostVariable =
  /(?:HOST(?:NAME)?S?|ADDR(?:ESS)?|SERVERS?|URLS?|URI|ENDPOINTS?|BROKERS?|NODES?|UPSTREAMS?)$/i

/**
 * After `//` or `@` (but not as a user before `@`), or at the start of an item with a port: `http://api/`, `redis://u:p@db:6379`,
 * `db:5432,db2:5432`.
 */
function inText(name: string): RegExp {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `((?:\\/\\/|@))${literal}(?=(?::\\d+)?(?:[/?#,;\\s"']|$))|((?:^|[,;=\\s"']))${literal}(?=:\\d+(?:[/,;\\s"']|$))`,
    'g',
  )
}

/** True when a variable, the command or the health check names `name` as a host. */
export function speaksOf(container: ContainerDefinition, name: string): boolean {
  return name !== '' && asLocalhost(structuredClone(container), [name]).length > 0
}

/** Changes the container; answers the places, by name. */
export function asLocalhost(container: ContainerDefinition, names: readonly string[]): string[] {
  const places = new Set<string>()
  for (const name of names) {
    const found = inText(name)
    const replaced = (text: string, place: string): string => {
      const after = text.replace(
        found,
        (_, one: string = '', other: string = '') => `${one}${other}localhost`,
      )
      if (after !== text) places.add(place)
      return after
    }
    for (const variable of container.environment ?? []) {
      const place = variable.name ?? ''
      if (variable.value === name && hostVariable.test(place)) {
        variable.value = 'localhost'
        places.add(place)
      } else if (variable.value !== undefined) variable.value = replaced(variable.value, place)
    }
    for (const member of ['command', 'entryPoint'] as const)
      if (container[member]) container[member] = container[member].map((text) => replaced(text, member))
    const { healthCheck } = container
    if (healthCheck?.command)
      healthCheck.command = healthCheck.command.map((text) => replaced(text, 'healthCheck'))
  }
  return [...places]
}
