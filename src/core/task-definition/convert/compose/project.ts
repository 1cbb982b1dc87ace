/** The services of a Compose file, whichever version wrote it. */
import type { Message, Text } from '../../../../i18n/text.ts'
import type { Json, JsonPath } from '../../json.ts'
import type { TextProblem } from '../../text.ts'
import { type Members, membersOf, textOf } from '../written.ts'
import { extendedBy } from './extend.ts'
import { readYaml, type YamlText } from '../yaml-text.ts'

export interface Project {
  services: Map<string, Members>
  /** The path of the services: the first version had no member for them. */
  path: JsonPath
  /** Everything. */
  root: Members
}

const words = {
  noMap: {
    en: 'A Compose file is a map with the member “services”.',
    ko: 'Compose 파일은 “services” 멤버가 있는 맵이어야 합니다.',
  },
  noServices: {
    en: 'There is no service here: a Compose file names at least one, with an image.',
    ko: '서비스가 없습니다. Compose 파일에는 이미지가 있는 서비스가 하나 이상 있어야 합니다.',
  },
  noService: {
    en: 'The service {name} is no map of members.',
    ko: '서비스 {name}은(는) 멤버의 맵이 아닙니다.',
  },
} satisfies Record<string, Text>

export interface ReadProject {
  project?: Project
  problems: TextProblem[]
  yaml: YamlText
}

export function readProject(text: string): ReadProject {
  const yaml = readYaml(text)
  const refuse = (path: JsonPath, message: Message): ReadProject => ({
    problems: [...yaml.problems, ...(yaml.problems.length > 0 ? [] : [yaml.problemAt(path, message)])],
    yaml,
  })
  const root = membersOf(yaml.value)
  if (!root) return refuse([], { text: words.noMap })
  const path = 'services' in root ? ['services'] : []
  const all = path.length > 0 ? membersOf(root['services']) : firstVersion(root)
  if (!all || Object.keys(all).length === 0) return refuse(path, { text: words.noServices })
  const services = new Map<string, Members>()
  for (const [name, value] of Object.entries(all)) {
    const members = value === null ? {} : membersOf(value)
    if (!members) return refuse([...path, name], { text: words.noService, values: { name } })
    services.set(name, members)
  }
  return { project: { services: extended(services), path, root }, problems: [], yaml }
}

/** There all that stands at the top is a service. */
function firstVersion(root: Members): Members | undefined {
  const services = Object.entries(root).filter(([, value]) => {
    const members = membersOf(value)
    return members !== undefined && ('image' in members || 'build' in members)
  })
  return services.length > 0 && services.length === Object.keys(root).length ? root : undefined
}

/** Resolves `extends` within the file; one that leads elsewhere stays for a note. */
function extended(services: ReadonlyMap<string, Members>): Map<string, Members> {
  const done = new Map<string, Members>()
  for (const first of services.keys()) {
    const chain = new Set<string>()
    let next: string | undefined = first
    while (next !== undefined && !done.has(next) && !chain.has(next)) {
      chain.add(next)
      next = baseOf(services, next)
    }
    for (const name of [...chain].toReversed()) {
      const { extends: from, ...own } = services.get(name) ?? {}
      const base = done.get(baseOf(services, name) ?? '')
      done.set(name, base ? extendedBy(base, own) : { ...own, ...(from !== undefined && { extends: from }) })
    }
  }
  return new Map([...services.keys()].map((name) => [name, done.get(name) ?? {}]))
}

/** The service of this file that one extends. */
function baseOf(services: ReadonlyMap<string, Members>, service: string): string | undefined {
  const from = services.get(service)?.['extends']
  const name = textOf(from) ?? textOf(membersOf(from)?.['service']) ?? ''
  return services.has(name) && membersOf(from)?.['file'] === undefined ? name : undefined
}

/** Where a member of a service stands. */
export function servicePath(project: Project, service: string, member: string): JsonPath {
  return [...project.path, service, member]
}

/** Members at the top that are not services. */
export function besides(project: Project): [string, Json][] {
  return project.path.length === 0
    ? []
    : Object.entries(project.root).filter(([name]) => name !== 'services' && !name.startsWith('x-'))
}
