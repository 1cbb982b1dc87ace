/** A Compose file, with the ecs-params.yml of ecs-cli where there is one, becomes a task definition. */
import type { Text } from '../../../i18n/text.ts'
import type { Definition } from '../definition.ts'
import type { Json } from '../json.ts'
import type { TextProblem } from '../text.ts'
import { readEcsParams } from './compose/ecs-params.ts'
import { besides, type Project, readProject, type ReadProject, servicePath } from './compose/project.ts'
import type { Answers, Conversion } from './conversion.ts'
import { type Draft, emptyDraft, nameFrom } from './draft.ts'
import { interpolated } from './interpolate.ts'
import { readService } from './service/read-service.ts'
import type { Service } from './service/member.ts'
import { settle } from './settle/settle.ts'
import { note, startWork, type Work } from './work.ts'
import { type Members, membersOf, textOf } from './written.ts'

export interface ComposeSource {
  compose: string
  ecsParams?: string
  /** Of the project, such as its folder. */
  name?: string
  /** True when a Dockerrun.aws.json of version 3 stands beside it. */
  isBeanstalk?: boolean
  /** True when that names the password of a registry. */
  needsCredentials?: boolean
  /** Where it is likely to run. */
  region?: string
}

const words = {
  networks: {
    en: 'Networks of a project do not exist in ECS: all containers of a task share one.',
    ko: 'ECS에는 프로젝트 네트워크가 없습니다. 한 태스크의 컨테이너는 하나를 함께 씁니다.',
  },
  include: {
    en: 'Other files are not read: paste their services here.',
    ko: '다른 파일은 읽지 않습니다. 그 서비스를 여기에 붙여 넣으세요.',
  },
  unused: {
    en: '{name} is not used by any service.',
    ko: '{name}을(를) 쓰는 서비스가 없습니다.',
  },
  unknown: {
    en: '“{member}” is not known here and is left out.',
    ko: '“{member}”은(는) 알 수 없는 멤버라 제외했습니다.',
  },
} satisfies Record<string, Text>

/** What cannot be read is refused with the line and column of the Compose file, or of ecs-params where that is wrong. */
export function fromCompose(source: ComposeSource, answers: Answers = {}): Conversion<Definition> {
  const work = startWork(answers)
  const reading = readProject(source.compose)
  const { project } = reading
  if (!project) return { notes: [], questions: [], problems: reading.problems }
  const draft = emptyDraft({
    family: nameFrom(textOf(project.root['name']) ?? source.name ?? '', ''),
    ...(source.region !== undefined && { region: source.region }),
    ...(source.isBeanstalk && { hasInstanceProfile: true }),
    ...(source.needsCredentials && { needsCredentials: true }),
  })
  const problems = readServices(work, draft, reading, project)
  noteRest(work, draft, project)
  if (source.ecsParams !== undefined) problems.push(...readEcsParams(work, draft, source.ecsParams))
  if (problems.length > 0) return { notes: [], questions: [], problems }
  draft.hints.isForFargate = looksLikeFargate(draft)
  return { output: settle(work, draft), notes: work.notes, questions: work.questions, problems }
}

function readServices(work: Work, draft: Draft, { yaml }: ReadProject, project: Project): TextProblem[] {
  const problems: TextProblem[] = []
  const neighbours = [...project.services.keys()]
  for (const [name, members] of project.services) {
    const container = { name }
    draft.containers.push(container)
    const service: Service = {
      work,
      draft,
      container,
      name,
      at: (member) => servicePath(project, name, member).join('.'),
      refuse: (member, text, values) =>
        problems.push(
          yaml.problemAt(servicePath(project, name, member), values ? { text, values } : { text }),
        ),
      project: project.root,
      neighbours,
      isShipped: isOfProject,
    }
    readService(filled(work, members), service)
  }
  return problems
}

function filled(work: Work, members: Members): Members {
  return membersOf(interpolated(work, members)) ?? {}
}

/** Paths from the folder of the project, from a home, or from where Elastic Beanstalk unpacks the bundle. */
function isOfProject(path: string): boolean {
  return /^(?:\.|~|\$)/.test(path) || path.startsWith('/var/app/current') || /^[A-Za-z]:/.test(path)
}

function noteRest(work: Work, draft: Draft, project: Project): void {
  for (const [member, value] of besides(project)) {
    if (member === 'version' || member === 'name') continue
    if (member === 'volumes' || member === 'secrets' || member === 'configs')
      noteUnused(work, member, Object.keys(membersOf(value) ?? {}), usedOf(member, draft, project))
    else note(work, 'lost', member, rest[member] ?? words.unknown, { member })
  }
}

const rest: Record<string, Text> = { networks: words.networks, include: words.include }

/** What is used is said where it is used. */
function noteUnused(work: Work, member: string, names: readonly string[], used: readonly unknown[]): void {
  for (const name of names)
    if (!used.includes(name)) note(work, 'lost', `${member}.${name}`, words.unused, { name })
}

function usedOf(member: 'volumes' | 'secrets' | 'configs', draft: Draft, project: Project): unknown[] {
  if (member !== 'volumes')
    return [...project.services.values()].flatMap((service) => namesIn(service[member]))
  const mounted = draft.volumes.map(({ name }) => name)
  return Object.keys(membersOf(project.root['volumes']) ?? {}).filter((name) =>
    mounted.includes(nameFrom(name, 'volume')),
  )
}

/** Of secrets or configs in either form. */
function namesIn(value: Json | undefined): (string | undefined)[] {
  return Array.isArray(value) ? value.map((item) => textOf(item) ?? textOf(membersOf(item)?.['source'])) : []
}

/** A network of its own, a size and an execution role together are what ecs-params asks for on Fargate. */
function looksLikeFargate({ hints, definition, containers }: Draft): boolean {
  return (
    hints.networkMode === 'awsvpc' &&
    hints.cpu !== undefined &&
    definition.executionRoleArn !== undefined &&
    !containers.some(({ privileged }) => privileged)
  )
}
