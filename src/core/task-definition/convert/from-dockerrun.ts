/** A Dockerrun.aws.json of Elastic Beanstalk, version 1, 2 or 3, becomes a task definition. */
import type { Text } from '../../../i18n/text.ts'
import { clean } from '../clean/clean.ts'
import type { Definition } from '../definition.ts'
import type { JsonPath } from '../json.ts'
import { placeOf, problemAt, readText, type ReadText, type TextProblem } from '../text.ts'
import type { Answers, Conversion, Question } from './conversion.ts'
import { emptyDraft, type Hints } from './draft.ts'
import { adviseBeanstalk } from './dockerrun/advice.ts'
import { readVersion1 } from './dockerrun/version-1.ts'
import { readVersion2 } from './dockerrun/version-2.ts'
import { fromCompose } from './from-compose.ts'
import { settle } from './settle/settle.ts'
import { note, startWork } from './work.ts'
import { type Members, membersOf, textOf } from './written.ts'

export interface DockerrunSource {
  dockerrun: string
  /** The docker-compose.yml beside a version 3. */
  compose?: string
  /** Of the application. */
  name?: string
  /** Where it is likely to run. */
  region?: string
}

const words = {
  noObject: {
    en: 'A Dockerrun.aws.json is an object.',
    ko: 'Dockerrun.aws.json은 객체여야 합니다.',
  },
  version: {
    en: 'AWSEBDockerrunVersion must be 1, 2 or 3: it says how the file is read.',
    ko: 'AWSEBDockerrunVersion은 1, 2, 3 중 하나여야 합니다. 파일을 읽는 방식이 여기에 달려 있습니다.',
  },
  needsCompose: {
    en: 'Version 3 only says where the registry’s password is: add the docker-compose.yml that lies beside it.',
    ko: '버전 3은 레지스트리 비밀번호 위치만 담습니다. 함께 있는 docker-compose.yml을 추가하세요.',
  },
} satisfies Record<string, Text>

/** What cannot be read is refused with line and column. */
export function fromDockerrun(pasted: DockerrunSource, answers: Answers = {}): Conversion<Definition> {
  const cleaned = clean(pasted.dockerrun)
  // Placeholders in quotes and the like; what is no Dockerrun file is told as it stands.
  const source = cleaned.kind === 'dockerrun' ? { ...pasted, dockerrun: cleaned.text } : pasted
  const reading = readText(source.dockerrun.replace(/^\uFEFF/, ''))
  if (reading.problems.length > 0) return refuse(reading.problems)
  const root = membersOf(reading.value)
  if (!root) return refuse([problem(source.dockerrun, reading, [], words.noObject)])
  const version = textOf(root['AWSEBDockerrunVersion'])
  if (version === '3') return fromVersion3(source, reading, root, answers)
  if (version !== '1' && version !== '2')
    return refuse([problem(source.dockerrun, reading, ['AWSEBDockerrunVersion'], words.version)])
  const work = startWork(answers)
  for (const { message } of cleaned.steps) note(work, 'changed', '', message.text, message.values)
  const draft = emptyDraft(hintsOf(source))
  const troubles = (version === '1' ? readVersion1 : readVersion2)(work, draft, root)
  if (troubles.length > 0)
    return refuse(troubles.map(({ path, text }) => problem(source.dockerrun, reading, path, text)))
  adviseBeanstalk(work, draft)
  const output = settle(work, draft)
  // It had to be asked first, but is what can best be left open.
  const questions = work.questions.toSorted((one, other) => rankOf(one) - rankOf(other))
  return { output, notes: work.notes, questions, problems: [] }
}

function rankOf({ id }: Question): number {
  return Number(id === 'environmentProperties')
}

function hintsOf({ name, region }: DockerrunSource): Hints {
  return {
    hasInstanceProfile: true,
    ...(region !== undefined && { region }),
    ...(name !== undefined && { family: name }),
  }
}

function fromVersion3(
  source: DockerrunSource,
  reading: ReadText,
  root: Members,
  answers: Answers,
): Conversion<Definition> {
  if (source.compose === undefined) {
    const problems = [problem(source.dockerrun, reading, ['AWSEBDockerrunVersion'], words.needsCompose)]
    return { notes: [], questions: [], problems }
  }
  return fromCompose(
    {
      // Elastic Beanstalk sets it on its instances.
      compose: source.compose.replace(
        /\$\{EB_LOG_BASE_DIR\}|\$EB_LOG_BASE_DIR\b/g,
        '/var/log/eb-docker/containers',
      ),
      isBeanstalk: true,
      needsCredentials: 'authentication' in root,
      ...(source.name !== undefined && { name: source.name }),
      ...(source.region !== undefined && { region: source.region }),
    },
    answers,
  )
}

function refuse(problems: TextProblem[]): Conversion<Definition> {
  return { notes: [], questions: [], problems }
}

function problem(text: string, { tree }: ReadText, path: JsonPath, why: Text): TextProblem {
  const place = placeOf(tree, path)
  return problemAt(text, place?.offset ?? 0, place?.length ?? 1, { text: why })
}
