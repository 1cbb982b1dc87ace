/** Reads the command line of `npm run convert-taskdef`. Every mistake is one line that names what is wrong. */
import { UsageError } from './options.ts'

export const sources = ['dockerrun', 'compose', 'docker-run', 'task-definition'] as const
export const targets = [
  'task-definition',
  'cloudformation',
  'cloudformation-json',
  'terraform',
  'cdk',
  'cli',
  'imagedefinitions',
] as const

export type Source = (typeof sources)[number]
export type Target = (typeof targets)[number]

/** Flags that answer a question by its id. */
const answering: Record<string, string> = {
  '--family': 'family',
  '--launch-type': 'launchType',
  '--network-mode': 'networkMode',
  '--cpu': 'cpu',
  '--memory': 'memory',
  '--log-group': 'logGroup',
  '--region': 'region',
  '--execution-role': 'executionRoleArn',
  '--task-role': 'taskRoleArn',
}

export const convertUsage = `npm run convert-taskdef -- [--from ${sources.join('|')}]
                               [--to ${targets.join('|')}]
                               [--ecs-params FILE] [--compose FILE] [--out FILE|FOLDER] [--answer ID=VALUE]…
                               [--family NAME] [--launch-type FARGATE|EC2] [--network-mode MODE] [--cpu UNITS] [--memory MIB]
                               [--log-group NAME] [--region REGION] [--execution-role ROLE] [--task-role ROLE] FILES…
Reads files (- is the standard input); without --from it looks what they are. Writes the outcome to the standard output, or with
--out to a file, or one for each into a folder. Notes and questions go to the standard error.
--ecs-params: the ecs-params.yml beside a Compose file; --compose: the docker-compose.yml beside a Dockerrun.aws.json of version 3
--answer: the answer to a question, by the id that the question is shown with
Exit code 1: a file cannot be read, or a question without a suggestion is open. 2: the command line is wrong.`

export interface ConvertOptions {
  from?: Source
  to: Target
  ecsParams?: string
  compose?: string
  out?: string
  /** By id of the question. */
  answers: Record<string, string>
  /** At least one; `-` is the standard input. */
  files: string[]
}

const withValue = [
  '--from',
  '--to',
  '--ecs-params',
  '--compose',
  '--out',
  '--answer',
  ...Object.keys(answering),
]

/** @throws UsageError */
export function readConvertOptions(words: readonly string[]): ConvertOptions {
  const files: string[] = []
  const answers: Record<string, string> = {}
  const given = new Map<string, string>()
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const [flag = '', joined] = word.split(/=(.*)/s)
    if (!/^-./.test(word)) {
      files.push(word)
      continue
    }
    if (!withValue.includes(flag)) throw new UsageError(`Unknown option ${flag}\n${convertUsage}`)
    const value = joined ?? words[(index += 1)]
    if (value === undefined || value === '') throw new UsageError(`${flag} needs a value`)
    const id = answering[flag]
    if (id !== undefined) answers[id] = value
    else if (flag === '--answer') Object.assign(answers, answerOf(value))
    else given.set(flag, value)
  }
  if (files.length === 0) throw new UsageError(convertUsage)
  return optionsOf(given, answers, files)
}

function optionsOf(
  given: ReadonlyMap<string, string>,
  answers: Record<string, string>,
  files: string[],
): ConvertOptions {
  const [from, ecsParams] = [given.get('--from'), given.get('--ecs-params')]
  const [compose, out] = [given.get('--compose'), given.get('--out')]
  return {
    to: oneOf('--to', given.get('--to') ?? 'task-definition', targets),
    answers,
    files,
    ...(from !== undefined && { from: oneOf('--from', from, sources) }),
    ...(ecsParams !== undefined && { ecsParams }),
    ...(compose !== undefined && { compose }),
    ...(out !== undefined && { out }),
  }
}

function answerOf(text: string): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`--answer is ID=VALUE; not ${text}`)
  return { [text.slice(0, at)]: text.slice(at + 1) }
}

function oneOf<Value extends string>(flag: string, text: string, values: readonly Value[]): Value {
  const value = values.find((each) => each === text)
  if (value === undefined) throw new UsageError(`${flag} is one of ${values.join(', ')}; not ${text}`)
  return value
}
