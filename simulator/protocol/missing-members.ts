/** Required members that a call left out, and what each service says about it. */
import { AwsError } from '../operation.ts'
import type { ServiceModel } from '../operation.ts'
import type { Shape } from './schema.ts'

interface Missing {
  /** Path with one-based positions, as the wire has it: `targets.1.id`. */
  path: string
  name: string
  kind: Shape['kind']
}

interface Wording {
  code: string
  say: (missing: [Missing, ...Missing[]]) => string
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The words of AWS's shared validation, which names every missing member. */
function constraints(missing: Missing[]): string {
  const each = missing.map(
    ({ path }) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  )
  return `${missing.length} validation error${missing.length === 1 ? '' : 's'} detected: ${each.join('; ')}`
}

const validation: Wording = { code: 'ValidationException', say: constraints }

/** By `ServiceModel.name`; services that are not listed use their protocol's usual words. */
const byService: Record<string, Wording> = {
  ecs: {
    code: 'InvalidParameterException',
    say: ([{ name, kind }]) =>
      `${upperFirst(name)} ${kind === 'list' ? 'cannot be empty' : 'can not be blank'}.`,
  },
  logs: { code: 'InvalidParameterException', say: constraints },
  cloudwatch: {
    code: 'MissingParameter',
    say: ([{ path }]) => `The parameter ${upperFirst(path)} is required.`,
  },
  ec2: {
    code: 'MissingParameter',
    say: ([{ path }]) => `The request must contain the parameter ${upperFirst(path)}`,
  },
  route53: { code: 'InvalidInput', say: constraints },
}

const byProtocol: Record<ServiceModel['protocol'], Wording> = {
  awsJson1_0: validation,
  awsJson1_1: validation,
  awsQuery: { code: 'ValidationError', say: constraints },
  ec2Query: { code: 'MissingParameter', say: constraints },
  restXml: { code: 'InvalidInput', say: constraints },
  restJson: validation,
}

/** The service's error for required members that `input` lacks, or undefined when all are there. */
export function missingMembers(service: ServiceModel, shape: Shape, input: unknown): AwsError | undefined {
  const [first, ...others] = find(shape, input, '')
  if (!first) return undefined
  const { code, say } = byService[service.name] ?? byProtocol[service.protocol]
  return new AwsError(code, say([first, ...others]))
}

function find(shape: Shape, value: unknown, prefix: string): Missing[] {
  switch (shape.kind) {
    case 'structure': {
      const record = value as Record<string, unknown>
      return shape.members.flatMap(({ name, required, shape: target }) => {
        const path = `${prefix}${lowerFirst(name)}`
        if (record[name] !== undefined) return find(target, record[name], `${path}.`)
        return required ? [{ path, name, kind: target.kind }] : []
      })
    }
    case 'list':
      return (value as unknown[]).flatMap((item, index) =>
        find(shape.item.shape, item, `${prefix}${index + 1}.member.`),
      )
    case 'map':
      return Object.entries(value as Record<string, unknown>).flatMap(([key, item]) =>
        find(shape.value.shape, item, `${prefix}${key}.member.`),
      )
    default:
      return []
  }
}
