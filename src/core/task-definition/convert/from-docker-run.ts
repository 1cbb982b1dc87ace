/** `docker run` commands, one a container, become a task definition. */
import type { Text } from '../../../i18n/text.ts'
import type { Definition } from '../definition.ts'
import { problemAt, type TextProblem } from '../text.ts'
import type { Answers, Conversion } from './conversion.ts'
import { type CommandTrouble, readCommand, type RunCommand } from './docker-run/read-command.ts'
import { type CommandService, serviceOf } from './docker-run/service-of.ts'
import { emptyDraft, freeName, nameFrom } from './draft.ts'
import { interpolated } from './interpolate.ts'
import { readService } from './service/read-service.ts'
import { imageName } from './settle/names.ts'
import { settle } from './settle/settle.ts'
import { shellCommands } from './shell-words.ts'
import { note, startWork } from './work.ts'
import { membersOf, textOf } from './written.ts'

const words = {
  nothing: {
    en: 'There is no docker run here.',
    ko: 'docker run 명령이 없습니다.',
  },
  unclosed: {
    en: 'This quote is not closed.',
    ko: '따옴표가 닫히지 않았습니다.',
  },
  publishAll: {
    en: 'ECS does not publish all ports of an image: name each with --publish.',
    ko: 'ECS는 이미지의 모든 포트를 게시하지 않습니다. --publish로 하나씩 지정하세요.',
  },
} satisfies Record<string, Text>

/** What cannot be read is refused with line and column. `region`: where it is likely to run. */
export function fromDockerRun(text: string, answers: Answers = {}, region?: string): Conversion<Definition> {
  const commands = commandsOf(text)
  if (!commands.runs) return { notes: [], questions: [], problems: commands.problems }
  const work = startWork(answers)
  const services = named(commands.runs)
  const draft = emptyDraft(region === undefined ? {} : { region })
  const problems: TextProblem[] = []
  for (const { name, members: written, origins, image } of services) {
    const { name: _, publish_all: publishesAll, ...members } = written
    const container = { name }
    draft.containers.push(container)
    const flag = (member: string): string => `${name} ${origins.get(member)?.written ?? member}`
    if (publishesAll === true) note(work, 'lost', flag('publish_all'), words.publishAll)
    readService(membersOf(interpolated(work, members)) ?? {}, {
      work,
      draft,
      container,
      name,
      at: flag,
      refuse: (member, why, values) => {
        const use = origins.get(member)
        const message = { text: why, values: { ...values, member: use?.written ?? member } }
        problems.push(
          problemAt(text, use?.offset ?? image.offset, use?.written.length ?? image.text.length, message),
        )
      },
      project: {},
      neighbours: services.map((service) => service.name),
      isShipped: (path) => /^(?:\.|~|\$|%|`|[A-Za-z]:)/.test(path),
    })
  }
  if (problems.length > 0) return { notes: [], questions: [], problems }
  return { output: settle(work, draft), notes: work.notes, questions: work.questions, problems }
}

function commandsOf(text: string): { runs?: RunCommand[]; problems: TextProblem[] } {
  // Prompts are blanked, so that places stay what they are.
  const source = text
    .replace(/^\uFEFF/, ' ')
    .replace(/^[^\S\n]*[$#%>][^\S\n]+(?=(?:sudo\s+)?(?:docker|podman|nerdctl)\s)/gm, (prompt) =>
      ' '.repeat(prompt.length),
    )
  const { commands, unclosed } = shellCommands(source)
  if (unclosed !== undefined) return { problems: [problemAt(text, unclosed, 1, { text: words.unclosed })] }
  if (commands.length === 0) return { problems: [problemAt(text, 0, 1, { text: words.nothing })] }
  const read = commands.map(readCommand)
  const troubles = read.filter((each): each is CommandTrouble => 'text' in each)
  const problems = troubles.map(({ offset, length, text: trouble, values }) =>
    problemAt(text, offset, length, values ? { text: trouble, values } : { text: trouble }),
  )
  return problems.length > 0
    ? { problems }
    : { runs: read.filter((each): each is RunCommand => !('text' in each)), problems }
}

interface Named extends CommandService {
  name: string
  image: RunCommand['image']
}

/** By --name, or else as the image is called. */
function named(runs: readonly RunCommand[]): Named[] {
  const taken: string[] = []
  return runs.map((run) => {
    const service = serviceOf(run)
    const wanted = textOf(service.members['name']) ?? imageName({ image: run.image.text }) ?? 'container'
    const name = freeName(taken, nameFrom(wanted, 'container'))
    taken.push(name)
    return { ...service, name, image: run.image }
  })
}
