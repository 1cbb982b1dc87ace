/** What a definition names that the account may lack: one question each, however often it is named. */
import { ecrRegistryOf, type Platform, readImage } from '../../ecr/image.ts'
import type { Definition } from '../definition.ts'
import type { JsonPath } from '../json.ts'

/** Where the tasks would run: names without account or Region mean these. */
export interface Place {
  /** Twelve digits. */
  account: string
  region: string
}

export type Question = { id: string; path: JsonPath } & Asked

type Asked =
  | { kind: 'role'; arn: string; use: 'task' | 'execution' }
  | {
      kind: 'image'
      image: string
      repository: string
      tag?: string | undefined
      digest?: string | undefined
      /** What the tasks need; undefined where instances of any architecture could run them. */
      platform: Platform | undefined
    }
  | { kind: 'log-group'; name: string; isCreated: boolean }
  | { kind: 'secret'; secret: string; jsonKey?: string | undefined }
  | { kind: 'parameter'; name: string }
  /** In another account or Region, or in a registry that is not ECR: named, and not looked at. */
  | { kind: 'elsewhere'; what: 'image' | 'log-group' | 'secret' | 'role'; name: string }

/** In the order in which a reader meets them. */
export function questionsOf(definition: Definition, place: Place): Question[] {
  const containers = (definition.containerDefinitions ?? []).map((container, index) => ({
    container,
    path: ['containerDefinitions', index] as JsonPath,
  }))
  const asked = [
    ...roleQuestions(definition, place),
    ...containers.flatMap(({ container: { image }, path }) =>
      image ? [imageQuestion(image, [...path, 'image'], definition, place)] : [],
    ),
    ...containers.flatMap(({ container: { logConfiguration }, path }) =>
      logConfiguration?.logDriver === 'awslogs'
        ? logQuestion(logConfiguration.options ?? {}, [...path, 'logConfiguration', 'options'], place)
        : [],
    ),
    ...containers.flatMap(({ container, path }) => [
      ...valuesFrom(container.secrets, [...path, 'secrets'], place),
      ...valuesFrom(
        container.logConfiguration?.secretOptions,
        [...path, 'logConfiguration', 'secretOptions'],
        place,
      ),
      ...credentials(container.repositoryCredentials?.credentialsParameter, path, place),
    ]),
  ]
  return asked.filter(({ id }, index) => asked.findIndex((one) => one.id === id) === index)
}

function roleQuestions(definition: Definition, { account }: Place): Question[] {
  const uses = [
    { use: 'task', member: 'taskRoleArn' },
    { use: 'execution', member: 'executionRoleArn' },
  ] as const
  return uses.flatMap(({ use, member }): Question[] => {
    const arn = definition[member]
    if (!arn) return []
    const id = `role/${use}/${arn}`
    const owner = /^arn:[^:]+:iam::(\d{12}):/.exec(arn)?.[1]
    return owner !== undefined && owner !== account
      ? [{ id, path: [member], kind: 'elsewhere', what: 'role', name: arn }]
      : [{ id, path: [member], kind: 'role', arn, use }]
  })
}

function imageQuestion(image: string, path: JsonPath, definition: Definition, place: Place): Question {
  const id = `image/${image}`
  const reference = readImage(image)
  const registry = ecrRegistryOf(reference?.registry)
  if (!reference || registry?.account !== place.account || registry.region !== place.region)
    return { id, path, kind: 'elsewhere', what: 'image', name: image }
  const { repository, tag, digest } = reference
  return { id, path, kind: 'image', image, repository, tag, digest, platform: platformOf(definition) }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html */
function platformOf({ runtimePlatform, requiresCompatibilities }: Definition): Platform | undefined {
  const { cpuArchitecture, operatingSystemFamily = 'LINUX' } = runtimePlatform ?? {}
  // Without a word Fargate takes X86_64; an EC2 instance takes whatever it is.
  const isFargate = requiresCompatibilities?.includes('FARGATE') ?? false
  if (cpuArchitecture === undefined && !isFargate) return undefined
  return {
    os: operatingSystemFamily === 'LINUX' ? 'linux' : 'windows',
    architecture: cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64',
  }
}

function logQuestion(options: Record<string, string>, path: JsonPath, { region }: Place): Question[] {
  const name = options['awslogs-group']
  if (!name) return []
  const at = options['awslogs-region'] ?? region
  const group = { id: `log-group/${at}/${name}`, path: [...path, 'awslogs-group'] }
  return at === region
    ? [{ ...group, kind: 'log-group', name, isCreated: options['awslogs-create-group'] === 'true' }]
    : [{ ...group, kind: 'elsewhere', what: 'log-group', name: `${name} (${at})` }]
}

function valuesFrom(
  secrets: readonly { valueFrom?: string }[] | undefined,
  path: JsonPath,
  place: Place,
): Question[] {
  return (secrets ?? []).flatMap(({ valueFrom }, index) =>
    valueFrom ? [secretQuestion(valueFrom, [...path, index, 'valueFrom'], place)] : [],
  )
}

function credentials(secret: string | undefined, path: JsonPath, place: Place): Question[] {
  return secret
    ? [secretQuestion(secret, [...path, 'repositoryCredentials', 'credentialsParameter'], place)]
    : []
}

/**
 * `valueFrom`: the ARN of a secret (and, after it, JSON key, version stage, version), or name or ARN of a parameter.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
function secretQuestion(valueFrom: string, path: JsonPath, place: Place): Question {
  const found = /^arn:[^:]+:(secretsmanager|ssm):([^:]*):([^:]*):(.+)$/.exec(valueFrom)
  if (!found) return { id: `parameter/${valueFrom}`, path, kind: 'parameter', name: valueFrom }
  const [, service, region, account, resource = ''] = found
  if (region !== place.region || account !== place.account)
    return { id: `secret/${valueFrom}`, path, kind: 'elsewhere', what: 'secret', name: valueFrom }
  if (service === 'ssm') {
    const name = parameterName(resource)
    return { id: `parameter/${name}`, path, kind: 'parameter', name }
  }
  const [kind = '', name = '', jsonKey] = resource.split(':')
  const secret = valueFrom.slice(0, valueFrom.length - resource.length) + `${kind}:${name}`
  return {
    id: `secret/${secret}/${jsonKey ?? ''}`,
    path,
    kind: 'secret',
    secret,
    jsonKey: jsonKey || undefined,
  }
}

/** `parameter/app/db` is named `/app/db`, `parameter/db` is named `db`. */
function parameterName(resource: string): string {
  const name = resource.replace(/^parameter\//, '')
  return name.includes('/') ? `/${name}` : name
}
