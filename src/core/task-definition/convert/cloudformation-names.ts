/** How AWS::ECS::TaskDefinition calls the members of a definition. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
import type { Definition } from '../definition.ts'
import type { Json } from '../json.ts'

/** Names that are more than the same word with a capital; by the name alone, or with the member it stands in. */
const ofResource: Record<string, string> = {
  efsVolumeConfiguration: 'EFSVolumeConfiguration',
  fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
  s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration',
  'efsVolumeConfiguration.fileSystemId': 'FilesystemId',
  'authorizationConfig.iam': 'IAM',
  'proxyConfiguration.properties': 'ProxyConfigurationProperties',
}

/** The same in `CfnTaskDefinition` of the CDK, where they are not the name that they have anyway. */
const ofConstruct: Record<string, string> = {
  fsxWindowsFileServerVolumeConfiguration: 'fSxWindowsFileServerVolumeConfiguration',
  s3filesVolumeConfiguration: 's3FilesVolumeConfiguration',
  'efsVolumeConfiguration.fileSystemId': 'filesystemId',
  'proxyConfiguration.properties': 'proxyConfigurationProperties',
}

/** Members whose keys are data. */
const maps = new Set(['dockerLabels', 'options', 'driverOpts', 'labels'])

/** The properties of the resource. Members without a value are left out. */
export function resourceProperties(definition: Definition): Json {
  return renamed(definition as Json, '', ofResource, (name) => name.charAt(0).toUpperCase() + name.slice(1))
}

/** The properties of the CDK's `CfnTaskDefinition`. */
export function constructProperties(definition: Definition): Json {
  return renamed(definition as Json, '', ofConstruct, (name) => name)
}

function renamed(
  value: Json,
  member: string,
  names: Record<string, string>,
  otherwise: (name: string) => string,
): Json {
  if (Array.isArray(value)) return value.map((item) => renamed(item, member, names, otherwise))
  if (typeof value !== 'object' || value === null || maps.has(member)) return value
  const nameOf = (name: string): string => {
    const known = [`${member}.${name}`, name].find((key) => Object.hasOwn(names, key))
    return known === undefined ? otherwise(name) : (names[known] ?? name)
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [nameOf(name), renamed(inner, name, names, otherwise)]),
  )
}
