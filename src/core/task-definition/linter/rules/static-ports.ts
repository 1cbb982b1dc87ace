/** Ports that a task takes on its instance, and examples with them. */
import { onEc2 } from '../example.ts'
import type { Definition } from '../../definition.ts'
import { portsOf, type PortPart, staticHostPort } from '../parts.ts'

export const fixed = onEc2({ portMappings: [{ containerPort: 80, hostPort: 80 }] })

export const dynamic = onEc2({ portMappings: [{ containerPort: 80, hostPort: 0 }] })

export function staticPorts(definition: Definition): { port: number; part: PortPart }[] {
  return portsOf(definition).flatMap((part) => {
    const port = staticHostPort(definition, part.mapping)
    return port === undefined ? [] : [{ port, part }]
  })
}
