/** Reads the command line of `npm run cutover`. Every mistake is one line that names what is wrong. */
import { presets } from '../src/core/cutover/params.ts'
import { UsageError } from './options.ts'

export const usage = `npm run cutover -- plan HOSTNAME --load-balancer NAME|ARN [--zone ID] [--strategy simple|weighted]
                       [--preset ${Object.keys(presets).join('|')}] [--low-ttl SECONDS] [--json] [--out FILE]
npm run cutover -- status [HOSTNAME] [--zone ID]
npm run cutover -- rollback HOSTNAME [--zone ID] [--file FILE] [--discard-edits] [--yes]
npm run cutover -- cleanup HOSTNAME [--zone ID] [--file FILE]
Each takes --endpoint URL and --region REGION, and the credentials that AWS's own tools would take.`

export type Preset = keyof typeof presets

export interface CutoverOptions {
  command: 'plan' | 'status' | 'rollback' | 'cleanup'
  /** As typed; only `status` may do without. */
  hostname?: string
  endpoint?: string
  region?: string
  /** Id of a hosted zone. */
  zone?: string
  /** Name or ARN. */
  loadBalancer?: string
  strategy: 'simple' | 'weighted'
  preset: Preset
  /** Seconds. */
  lowTtl?: number
  json: boolean
  /** Where the rollback file goes. */
  out?: string
  /** A rollback file. */
  file?: string
  discardEdits: boolean
  yes: boolean
}

const commands = ['plan', 'status', 'rollback', 'cleanup'] as const
const withValue = [
  '--endpoint',
  '--region',
  '--zone',
  '--load-balancer',
  '--strategy',
  '--preset',
  '--low-ttl',
  '--out',
  '--file',
] as const
const without = ['--json', '--discard-edits', '--yes'] as const
type Flag = (typeof withValue)[number] | (typeof without)[number]

/** What each command takes beside what all of them take. */
const takes: Record<CutoverOptions['command'], readonly Flag[]> = {
  plan: ['--zone', '--load-balancer', '--strategy', '--preset', '--low-ttl', '--json', '--out'],
  status: ['--zone'],
  rollback: ['--zone', '--file', '--discard-edits', '--yes'],
  cleanup: ['--zone', '--file'],
}

/** @throws UsageError */
export function readCutoverOptions(words: readonly string[]): CutoverOptions {
  const { plain, given } = readWords(words)
  const [name, hostname, ...more] = plain
  const command = commands.find((each) => each === name)
  if (!command) throw new UsageError(usage)
  const known: readonly string[] = [...takes[command], '--endpoint', '--region']
  for (const flag of given.keys())
    if (!known.includes(flag))
      throw new UsageError(`${command} has no option ${flag}; it has ${known.join(', ')}`)
  if (more.length > 0) throw new UsageError(`One hostname at a time; not ${plain.slice(1).join(' ')}`)
  const options = optionsOf(command, hostname, given)
  complete(options)
  return options
}

function complete({ command, hostname, zone, loadBalancer }: CutoverOptions): void {
  if (hostname === undefined && !(command === 'status' && zone !== undefined))
    throw new UsageError(`${command} needs a hostname${command === 'status' ? ', or --zone' : ''}`)
  if (command === 'plan' && loadBalancer === undefined) throw new UsageError('plan needs --load-balancer')
}

function optionsOf(
  command: CutoverOptions['command'],
  hostname: string | undefined,
  given: ReadonlyMap<string, string>,
): CutoverOptions {
  const text = {
    hostname,
    endpoint: given.get('--endpoint'),
    region: given.get('--region'),
    zone: given.get('--zone')?.replace(/^\/hostedzone\//, ''),
    loadBalancer: given.get('--load-balancer'),
    out: given.get('--out'),
    file: given.get('--file'),
  }
  const lowTtl = given.get('--low-ttl')
  return {
    command,
    ...Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)),
    strategy: choice('--strategy', ['weighted', 'simple'], given),
    preset: choice('--preset', ['standard', 'careful', 'quick'], given),
    ...(lowTtl !== undefined && { lowTtl: secondsOf(lowTtl) }),
    json: given.has('--json'),
    discardEdits: given.has('--discard-edits'),
    yes: given.has('--yes'),
  }
}

function readWords(words: readonly string[]): { plain: string[]; given: Map<string, string> } {
  const plain: string[] = []
  const given = new Map<string, string>()
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [flag = '', joined] = word.split(/=(.*)/s)
    if (!word.startsWith('--')) plain.push(word)
    else if (without.some((each) => each === word)) given.set(word, '')
    else if (withValue.some((each) => each === flag)) given.set(flag, joined ?? valueOf(flag, rest.shift()))
    else throw new UsageError(`Unknown option ${word}`)
  }
  return { plain, given }
}

function valueOf(flag: string, value: string | undefined): string {
  if (value === undefined || value.startsWith('--')) throw new UsageError(`${flag} needs a value`)
  return value
}

/** The first is the default. */
function choice<const Value extends string>(
  flag: string,
  values: readonly [Value, ...Value[]],
  given: ReadonlyMap<string, string>,
): Value {
  const word = given.get(flag) ?? values[0]
  const found = values.find((value) => value === word)
  if (found === undefined) throw new UsageError(`${flag} is ${values.join(' or ')}; not ${word}`)
  return found
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > 3600)
    throw new UsageError(`--low-ttl is a whole number of seconds from 1 to 3600; not ${text}`)
  return seconds
}
