/** A world as it may be kept outside of memory: without what its callers wrote and may be secret. */
import type { Tag } from '@aws-sdk/client-ecs'
import { fromTags, toTags } from '../operations/ecs/described.ts'
import type { TaskDefinitionRecord, TaskRecord } from '../world/ecs-tables.ts'
import type { RegionTables, World } from '../world/world.ts'

/** Decides what may be kept. */
export interface Withholder {
  /**
   * A copy of a task definition, of its tags, or of what overrides it, as it may be kept. `known`: the same things of the scenario,
   * which everybody may read.
   */
  withhold: <T>(written: T, known?: readonly unknown[]) => T
  /** Takes notice of what may not be kept in names. */
  noteNames: (written: unknown) => void
}

/**
 * `world` without secrets in the task definitions that calls registered, in their tags and overrides, and without the inputs of calls.
 * It shares its parts with the world: it is to be written down at once.
 */
export function keptWorld(world: World, withholder: Withholder): World {
  return {
    ...world,
    journal: withoutInputs(world, withholder),
    regions: mapValues(world.regions, (region) => ({ ...region, ecs: keptEcs(region, withholder) })),
  }
}

/** Only tests read inputs. */
function withoutInputs({ journal }: World, withholder: Withholder): World['journal'] {
  return journal.map((entry) => {
    if (entry.type !== 'call') return entry
    const { detail, ...rest } = entry
    // What it wrote into names is repeated elsewhere, also when the definition is gone.
    if (entry.name === 'ecs:RegisterTaskDefinition') withholder.noteNames(detail)
    return rest
  })
}

function keptEcs({ ecs }: RegionTables, withholder: Withholder): RegionTables['ecs'] {
  const { taskDefinitions, tasks, runTokens } = ecs
  const ofScenario = Object.values(taskDefinitions).filter(({ byCall }) => byCall !== true)
  return {
    ...ecs,
    taskDefinitions: mapValues(taskDefinitions, (record) =>
      record.byCall === true
        ? keptDefinition(
            record,
            ofScenario.filter(({ family }) => family === record.family),
            withholder,
          )
        : record,
    ),
    tasks: mapValues(tasks, (task) =>
      isOfScenario(task, taskDefinitions[task.taskDefinitionArn]) ? task : keptTask(task, withholder),
    ),
    ...(runTokens && { runTokens: keptTokens(runTokens, withholder) }),
  }
}

function keptDefinition(
  record: TaskDefinitionRecord,
  known: readonly TaskDefinitionRecord[],
  withholder: Withholder,
): TaskDefinitionRecord {
  const { tags, ...definition } = withholder.withhold(asRegistered(record), known.map(asRegistered))
  return { ...record, definition, tags: fromTags(tags) }
}

function asRegistered({ definition, tags }: TaskDefinitionRecord) {
  return { ...definition, tags: toTags(tags) }
}

function isOfScenario(task: TaskRecord, definition: TaskDefinitionRecord | undefined): boolean {
  return task.serviceArn !== undefined && definition !== undefined && definition.byCall !== true
}

/** Its tags may come from its definition, or from whoever ran it; those of AWS itself are no secrets. */
function keptTask(task: TaskRecord, withholder: Withholder): TaskRecord {
  const tags = toTags(task.tags)
  const written = withholder.withhold({ tags: tags.filter((tag) => !isOfAws(tag)) })
  return { ...task, tags: fromTags([...tags.filter(isOfAws), ...written.tags]) }
}

/** A request with values that are withheld is another request: the token is refused when it comes again. */
function keptTokens(
  runTokens: NonNullable<RegionTables['ecs']['runTokens']>,
  withholder: Withholder,
): RegionTables['ecs']['runTokens'] {
  return mapValues(runTokens, ({ request, taskArns }) => {
    const input = JSON.parse(request) as Record<string, unknown>
    const written = Object.entries(input).filter(([member]) => member === 'overrides' || member === 'tags')
    const kept = withholder.withhold(Object.fromEntries(written))
    return { request: JSON.stringify({ ...input, ...kept }), taskArns }
  })
}

function mapValues<T>(table: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]))
}

function isOfAws({ key }: Tag): boolean {
  return key?.startsWith('aws:') === true
}
