/** The `aws` commands that do what the console is about to do, made from the same input. */
import type { Json } from './json.ts'

/** A command that a shell takes as it stands. `values`: what stands after each option; true for a flag. */
function command(name: string, values: Record<string, string | true>): string {
  const options = Object.entries(values).map(([option, value]) =>
    value === true ? `--${option}` : `--${option} ${quoted(value)}`,
  )
  return [`aws ecs ${name}`, ...options].join(' \\\n  ')
}

/** Words that mean nothing to a shell stand as they are. */
function quoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}

/** `input`: what RegisterTaskDefinition gets, with marks in the place of secrets where it is to be shown. */
export function registerCommand(input: Json, region: string): string {
  return command('register-task-definition', { region, 'cli-input-json': JSON.stringify(input, null, 2) })
}

export interface UpdateServiceWords {
  cluster: string
  service: string
  taskDefinition: string
  forceNewDeployment?: boolean
}

export function updateServiceCommand(input: UpdateServiceWords, region: string): string {
  return command('update-service', {
    region,
    cluster: input.cluster,
    service: input.service,
    'task-definition': input.taskDefinition,
    ...(input.forceNewDeployment && { 'force-new-deployment': true as const }),
  })
}

/** One command for each revision, or for each ten that are deleted. */
export function retireCommands(
  action: 'deregister' | 'delete',
  names: readonly string[],
  region: string,
): string {
  if (action === 'deregister')
    return names
      .map((name) => command('deregister-task-definition', { region, 'task-definition': name }))
      .join('\n')
  const batches = Array.from({ length: Math.ceil(names.length / 10) }, (_, at) =>
    names.slice(at * 10, at * 10 + 10),
  )
  return batches
    .map(
      (batch) =>
        `aws ecs delete-task-definitions \\\n  --region ${region} \\\n  --task-definitions ${batch.join(' ')}`,
    )
    .join('\n')
}
