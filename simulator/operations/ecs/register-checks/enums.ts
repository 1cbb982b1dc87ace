/** Words out of AWS's lists: the texts are not documented, the lists are those of the model. */
import {
  type ContainerDefinition,
  Compatibility,
  EnvironmentFileType,
  NetworkMode,
  TaskDefinitionPlacementConstraintType,
  TransportProtocol,
  ApplicationProtocol,
} from '@aws-sdk/client-ecs'
import { type Check, type Definition, eachContainer } from './check.ts'

function refusal(name: string, value: string | undefined, known: readonly string[]): string | undefined {
  return value === undefined || known.includes(value)
    ? undefined
    : `Invalid value '${value}' for ${name}: it must be one of ${known.join(', ')}.`
}

const task: Check = ({ networkMode, requiresCompatibilities = [], placementConstraints = [] }: Definition) =>
  refusal('networkMode', networkMode, Object.values(NetworkMode)) ??
  placementConstraints
    .map(({ type }) => refusal('type', type, Object.values(TaskDefinitionPlacementConstraintType)))
    .find((said) => said !== undefined) ??
  requiresCompatibilities
    .map((one) => refusal('requiresCompatibilities', one, Object.values(Compatibility)))
    .find((said) => said !== undefined)

const ports = eachContainer(({ portMappings = [] }: ContainerDefinition) =>
  portMappings
    .map(
      ({ protocol, appProtocol }) =>
        refusal('protocol', protocol, Object.values(TransportProtocol)) ??
        refusal('appProtocol', appProtocol, Object.values(ApplicationProtocol)),
    )
    .find((said) => said !== undefined),
)

const files = eachContainer(({ environmentFiles = [] }: ContainerDefinition) =>
  environmentFiles
    .map(({ type }) => refusal('type', type, Object.values(EnvironmentFileType)))
    .find((said) => said !== undefined),
)

export const enumChecks: Check[] = [task, ports, files]
