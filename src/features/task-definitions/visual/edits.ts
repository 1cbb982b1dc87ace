/** What each gesture in the picture changes of the text: members are set and removed one by one, nothing else moves. */
import type { ContainerDefinition, Definition, NameValue } from '../../../core/task-definition/definition.ts'
import type { Json, JsonPath } from '../../../core/task-definition/json.ts'
import type { Change } from '../../../core/task-definition/linter/finding.ts'

/** Sets a text; an empty one removes the member, because AWS refuses empty names, images and ARNs. */
export function setText(path: JsonPath, text: string): Change[] {
  return [{ path, value: text.trim() === '' ? undefined : text }]
}

/** Sets a whole number; undefined when the text is none. An empty one removes the member. */
export function setNumber(path: JsonPath, text: string): Change[] | undefined {
  if (text.trim() === '') return [{ path, value: undefined }]
  return /^\d{1,9}$/.test(text.trim()) ? [{ path, value: Number(text) }] : undefined
}

/** Sets a list of words, one a line; an empty one removes the member. */
export function setWords(path: JsonPath, text: string): Change[] {
  const words = text.split('\n').filter((word) => word !== '')
  return [{ path, value: words.length === 0 ? undefined : words }]
}

/** Appends to a list that may not be there yet. */
export function append(path: JsonPath, list: readonly unknown[] | undefined, element: Json): Change[] {
  return [list === undefined ? { path, value: [element] } : { path: [...path, list.length], value: element }]
}

/** Removes an element, and the list with its last one. */
export function removeAt(path: JsonPath, list: readonly unknown[] | undefined, index: number): Change[] {
  return [{ path: (list?.length ?? 0) > 1 ? [...path, index] : path, value: undefined }]
}

export function addContainer({ containerDefinitions }: Definition): Change[] {
  const names = new Set(containerDefinitions?.map(({ name }) => name))
  const name = freeName('container', (candidate) => names.has(candidate))
  return append(['containerDefinitions'], containerDefinitions, {
    name,
    image: 'public.ecr.aws/docker/library/busybox:stable',
    essential: (containerDefinitions?.length ?? 0) === 0,
  })
}

/** Also takes away what pointed at the container: dependencies, volumesFrom and links of the others. */
export function removeContainer({ containerDefinitions = [] }: Definition, index: number): Change[] {
  const gone = containerDefinitions[index]?.name
  const pointing = containerDefinitions.flatMap((container, at) =>
    at === index || gone === undefined ? [] : pointersTo(container, ['containerDefinitions', at], gone),
  )
  return [...pointing, { path: ['containerDefinitions', index], value: undefined }]
}

/** Gives a container another name, and tells the others. */
export function renameContainer(
  { containerDefinitions = [] }: Definition,
  index: number,
  name: string,
): Change[] {
  const before = containerDefinitions[index]?.name
  const own: Change = { path: ['containerDefinitions', index, 'name'], value: name }
  if (before === undefined || before === '') return [own]
  return [
    own,
    ...containerDefinitions.flatMap((container, at): Change[] => {
      const path: JsonPath = ['containerDefinitions', at]
      return [
        ...placesOf(container.dependsOn, ({ containerName }) => containerName === before).map((place) => ({
          path: [...path, 'dependsOn', place, 'containerName'],
          value: name,
        })),
        ...placesOf(container.volumesFrom, ({ sourceContainer }) => sourceContainer === before).map(
          (place) => ({ path: [...path, 'volumesFrom', place, 'sourceContainer'], value: name }),
        ),
        ...placesOf(container.links, (link) => link === before).map((place) => ({
          path: [...path, 'links', place],
          value: name,
        })),
      ]
    }),
  ]
}

function pointersTo(container: ContainerDefinition, path: JsonPath, gone: string): Change[] {
  return [
    ...without([...path, 'dependsOn'], container.dependsOn, ({ containerName }) => containerName === gone),
    ...without(
      [...path, 'volumesFrom'],
      container.volumesFrom,
      ({ sourceContainer }) => sourceContainer === gone,
    ),
    ...without([...path, 'links'], container.links, (link) => link === gone || link.startsWith(`${gone}:`)),
  ]
}

/** Removes elements from the back, so that the places of the others hold; the list too if nothing stays. */
function without<T>(
  path: JsonPath,
  list: readonly T[] | undefined,
  isGone: (element: T) => boolean,
): Change[] {
  const places = placesOf(list, isGone)
  if (places.length === 0) return []
  if (places.length === list?.length) return [{ path, value: undefined }]
  return places.toReversed().map((place) => ({ path: [...path, place], value: undefined }))
}

function placesOf<T>(list: readonly T[] | undefined, isMeant: (element: T) => boolean): number[] {
  return (list ?? []).flatMap((element, index) => (isMeant(element) ? [index] : []))
}

/** `later` starts after `earlier`. */
export function addDependency(definition: Definition, later: string, earlier: string): Change[] {
  const index = definition.containerDefinitions?.findIndex(({ name }) => name === later) ?? -1
  const container = definition.containerDefinitions?.[index]
  if (!container || later === earlier) return []
  if (container.dependsOn?.some(({ containerName }) => containerName === earlier)) return []
  return append(['containerDefinitions', index, 'dependsOn'], container.dependsOn, {
    containerName: earlier,
    condition: 'START',
  })
}

export function removeDependency(definition: Definition, later: string, earlier: string): Change[] {
  return (definition.containerDefinitions ?? []).flatMap((container, index) =>
    container.name === later
      ? without(
          ['containerDefinitions', index, 'dependsOn'],
          container.dependsOn,
          ({ containerName }) => containerName === earlier,
        )
      : [],
  )
}

export function addEnvironment(container: ContainerDefinition, path: JsonPath): Change[] {
  const names = new Set(container.environment?.map(({ name }: NameValue) => name))
  const name = freeName('NAME', (candidate) => names.has(candidate))
  return append([...path, 'environment'], container.environment, { name, value: '' })
}

export function addVolume({ volumes }: Definition): Change[] {
  const names = new Set(volumes?.map(({ name }) => name))
  return append(['volumes'], volumes, { name: freeName('volume', (candidate) => names.has(candidate)) })
}

/** Also takes away its mounts. */
export function removeVolume({ volumes, containerDefinitions = [] }: Definition, index: number): Change[] {
  const gone = volumes?.[index]?.name
  return [
    ...containerDefinitions.flatMap(({ mountPoints }, at) =>
      without(
        ['containerDefinitions', at, 'mountPoints'],
        mountPoints,
        ({ sourceVolume }) => gone !== undefined && sourceVolume === gone,
      ),
    ),
    ...removeAt(['volumes'], volumes, index),
  ]
}

function freeName(stem: string, isTaken: (name: string) => boolean): string {
  let name = stem
  for (let number = 2; isTaken(name); number += 1) name = `${stem}-${String(number)}`
  return name
}
