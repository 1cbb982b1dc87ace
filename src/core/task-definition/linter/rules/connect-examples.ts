/** Examples with Service Connect. */
import { onFargate } from '../example.ts'
import type { Definition } from '../../definition.ts'
import { aService } from '../target-example.ts'

export const service = aService({ subnets: ['subnet-1'], serviceConnectPorts: ['web'] })

export const speaking = (appProtocol: string | undefined) =>
  onFargate({ portMappings: [{ containerPort: 80, name: 'web', appProtocol }] })

export const situation = (definition: Definition, running?: Definition) => ({
  definition,
  context: { service, ...(running && { running }) },
})
