/** Reads the command line of `npm run lint-taskdef`. Every mistake is one line that names what is wrong. */
import { UsageError } from './options.ts'

export const lintUsage = `npm run lint-taskdef -- [--format json|text|sarif] [--as-is] [--service CLUSTER/SERVICE]
                            [--launch-type EC2|FARGATE|EXTERNAL|MANAGED_INSTANCES] [--region REGION] [--endpoint URL] FILES…
Reads task definitions in JSON or YAML (- is the standard input). Exit code 1: a file has an error, or cannot be read.
--as-is: findings about what stands there, without cleaning it first
--service: also the rules about this service, its target groups and instances, which are read with the credentials that AWS's own tools would take`

const formats = ['text', 'json', 'sarif'] as const
const launchTypes = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const

export interface LintOptions {
  format: (typeof formats)[number]
  asIs: boolean
  service?: { cluster: string; name: string }
  launchType?: (typeof launchTypes)[number]
  region?: string
  endpoint?: string
  /** At least one; `-` is the standard input. */
  files: string[]
}

const withValue = ['--format', '--service', '--launch-type', '--region', '--endpoint']

/** @throws UsageError */
export function readLintOptions(words: readonly string[]): LintOptions {
  const { given, files } = split(words)
  if (files.length === 0) throw new UsageError(lintUsage)
  const [service, launchType] = [given.get('--service'), given.get('--launch-type')]
  const [region, endpoint] = [given.get('--region'), given.get('--endpoint')]
  return {
    format: oneOf('--format', given.get('--format') ?? 'text', formats),
    asIs: given.has('--as-is'),
    files,
    ...(service !== undefined && { service: serviceOf(service) }),
    ...(launchType !== undefined && { launchType: oneOf('--launch-type', launchType, launchTypes) }),
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
  }
}

function split(words: readonly string[]): { given: Map<string, string>; files: string[] } {
  const given = new Map<string, string>()
  const files: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const [flag = '', ...joined] = word.split('=')
    if (word === '-' || !word.startsWith('-')) files.push(word)
    else if (word === '--as-is') given.set(word, '')
    else if (!withValue.includes(flag)) throw new UsageError(`Unknown option ${flag}\n${lintUsage}`)
    else given.set(flag, valueOf(flag, joined, joined.length > 0 ? undefined : words[(index += 1)]))
  }
  return { given, files }
}

function valueOf(flag: string, joined: readonly string[], next: string | undefined): string {
  const value = joined.length > 0 ? joined.join('=') : next
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new UsageError(`${flag} needs a value`)
  return value
}

function oneOf<Value extends string>(flag: string, text: string, values: readonly Value[]): Value {
  const value = values.find((each) => each === text)
  if (value === undefined) throw new UsageError(`${flag} is one of ${values.join(', ')}; not ${text}`)
  return value
}

/** `cluster/service`, or the end of a service's ARN. */
function serviceOf(text: string): { cluster: string; name: string } {
  const [name, cluster] = text.split('/').toReversed()
  if (!name || !cluster) throw new UsageError(`--service is CLUSTER/SERVICE; not ${text}`)
  return { cluster, name }
}
