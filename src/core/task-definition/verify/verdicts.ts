/** From a question and what AWS said to a verdict in words. */
import type { Text, TextValues } from '../../../i18n/text.ts'
import type { Platform } from '../../ecr/image.ts'
import { type Role, tasksPrincipal } from '../../iam/role.ts'
import type { Check, CheckState, Fact } from './check.ts'
import { withoutSecrets } from '../masking/repeated-names.ts'
import type { Question } from './questions.ts'

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

/** What is found for each kind of question. */
export interface Found {
  role: Role
  image: { digest: string; platforms: Platform[] }
  'log-group': true
  secret: { name: string; deleted: boolean }
  parameter: { name: string; type: string }
}

const words = {
  unread: { en: '{name} could not be looked at', ko: '{name} 항목을 확인하지 못함' },
  role: {
    en: 'Role {name} exists, and ECS tasks may take it',
    ko: '{name} 역할이 있으며 ECS 태스크가 사용할 수 있습니다',
  },
  noRole: {
    en: 'There is no role {name}: tasks with it do not start',
    ko: '{name} 역할이 없습니다. 이 역할을 쓰는 태스크는 시작되지 않습니다',
  },
  otherArn: {
    en: 'The role named {name} is {arn}: its path must be part of the ARN',
    ko: '이름이 {name}인 역할의 ARN은 {arn}입니다. 경로도 ARN에 포함되어야 합니다',
  },
  untrusted: {
    en: 'Role {name} does not trust {principal}: ECS cannot take it for tasks',
    ko: '{name} 역할이 {principal}을(를) 신뢰하지 않습니다. ECS가 태스크에 사용할 수 없습니다',
  },
  image: { en: 'Image {name} exists: {digest}', ko: '{name} 이미지가 있습니다: {digest}' },
  imageFor: {
    en: 'Image {name} exists for {platform}: {digest}',
    ko: '{platform}용 {name} 이미지가 있습니다: {digest}',
  },
  imageUntold: {
    en: 'Image {name} exists; its manifest does not say whether it is for {platform}',
    ko: '{name} 이미지가 있습니다. {platform}용인지는 매니페스트에 나와 있지 않습니다',
  },
  noImage: {
    en: 'ECR has no image {name}: tasks stop with CannotPullContainerError',
    ko: 'ECR에 {name} 이미지가 없습니다. 태스크가 CannotPullContainerError로 중지됩니다',
  },
  wrongPlatform: {
    en: 'Image {name} is for {platforms}, and the tasks run on {platform}: they stop with CannotPullContainerError',
    ko: '{name} 이미지는 {platforms}용인데 태스크는 {platform}에서 실행됩니다. CannotPullContainerError로 중지됩니다',
  },
  group: { en: 'Log group {name} exists', ko: '{name} 로그 그룹이 있습니다' },
  noGroup: {
    en: 'There is no log group {name}: tasks stop with ResourceInitializationError. Create it, or set awslogs-create-group',
    ko: '{name} 로그 그룹이 없습니다. 태스크가 ResourceInitializationError로 중지됩니다. 로그 그룹을 만들거나 awslogs-create-group을 설정하세요',
  },
  madeGroup: {
    en: 'There is no log group {name} yet: the first task creates it, if its execution role may (logs:CreateLogGroup)',
    ko: '{name} 로그 그룹이 아직 없습니다. 실행 역할에 권한(logs:CreateLogGroup)이 있으면 첫 태스크가 만듭니다',
  },
  secret: { en: 'Secret {name} exists', ko: '{name} 시크릿이 있습니다' },
  secretKey: {
    en: 'Secret {name} exists; whether it has the key {key} is not looked at, because values are never read',
    ko: '{name} 시크릿이 있습니다. 값을 읽지 않으므로 {key} 키가 있는지는 확인하지 않습니다',
  },
  deletedSecret: {
    en: 'Secret {name} is scheduled for deletion: tasks cannot read it',
    ko: '{name} 시크릿은 삭제 예약되어 태스크가 읽을 수 없습니다',
  },
  noSecret: {
    en: 'There is no secret {name}: tasks stop with ResourceInitializationError',
    ko: '{name} 시크릿이 없습니다. 태스크가 ResourceInitializationError로 중지됩니다',
  },
  parameter: { en: 'Parameter {name} exists ({type})', ko: '{name} 파라미터가 있습니다({type})' },
  noParameter: {
    en: 'There is no parameter {name}: tasks stop with ResourceInitializationError',
    ko: '{name} 파라미터가 없습니다. 태스크가 ResourceInitializationError로 중지됩니다',
  },
  elsewhere: {
    en: '{name} is not looked at: it is in another account, Region or registry',
    ko: '{name} 항목은 다른 계정, 리전 또는 레지스트리에 있어 확인하지 않습니다',
  },
} satisfies Record<string, Text>

type Verdict = [state: CheckState, text: Text, values: TextValues]

/** The verdict on a question. `fact`: what AWS said about it; undefined for what is elsewhere. */
export function checkOf(question: Question, fact: Fact<Found[keyof Found]> | undefined): Check {
  const { id, path } = question
  if (fact === undefined || question.kind === 'elsewhere')
    return check(['unknown', words.elsewhere, { name: nameOf(question) }])
  if ('problem' in fact) {
    return { ...check(['unknown', words.unread, { name: nameOf(question) }]), problem: fact.problem }
  }
  return check('missing' in fact ? missing(question) : found(question, fact.found))

  function check([state, text, values]: Verdict): Check {
    return { id, path, state, message: withoutSecrets({ text, values }) }
  }
}

function nameOf(question: Question): string {
  switch (question.kind) {
    case 'role':
      return question.arn
    case 'image':
      return question.image
    case 'secret':
      return question.secret
    default:
      return question.name
  }
}

function missing(question: Question): Verdict {
  const name = nameOf(question)
  switch (question.kind) {
    case 'role':
      return ['bad', words.noRole, { name }]
    case 'image':
      return ['bad', words.noImage, { name }]
    case 'log-group':
      return question.isCreated ? ['warning', words.madeGroup, { name }] : ['bad', words.noGroup, { name }]
    case 'secret':
      return ['bad', words.noSecret, { name }]
    case 'parameter':
      return ['bad', words.noParameter, { name }]
    default:
      return ['unknown', words.elsewhere, { name }]
  }
}

/** Each kind of question is answered with its own kind of thing: aws/task-definition/facts.ts sees to it. */
function found(question: Question, what: Found[keyof Found]): Verdict {
  switch (question.kind) {
    case 'role':
      return roleVerdict(question, what as Found['role'])
    case 'image':
      return imageVerdict(question, what as Found['image'])
    case 'log-group':
      return ['good', words.group, { name: question.name }]
    case 'secret':
      return secretVerdict(question, what as Found['secret'])
    case 'parameter':
      return ['good', words.parameter, { name: question.name, type: (what as Found['parameter']).type }]
    default:
      return ['unknown', words.elsewhere, { name: question.name }]
  }
}

function roleVerdict({ arn }: Of<'role'>, role: Role): Verdict {
  const { name } = role
  // IAM finds roles by name alone; ECS takes the ARN as it stands.
  if (arn.startsWith('arn:') && role.arn !== arn) return ['bad', words.otherArn, { name, arn: role.arn }]
  return role.trustedServices.includes(tasksPrincipal)
    ? ['good', words.role, { name }]
    : ['bad', words.untrusted, { name, principal: tasksPrincipal }]
}

function imageVerdict(
  { image: name, platform }: Of<'image'>,
  { digest, platforms }: Found['image'],
): Verdict {
  if (!platform) return ['good', words.image, { name, digest }]
  const wanted = `${platform.os}/${platform.architecture}`
  const offered = platforms.map(({ os, architecture }) => `${os}/${architecture}`)
  if (offered.length === 0) return ['good', words.imageUntold, { name, platform: wanted }]
  return offered.includes(wanted)
    ? ['good', words.imageFor, { name, platform: wanted, digest }]
    : ['bad', words.wrongPlatform, { name, platform: wanted, platforms: offered.join(', ') }]
}

function secretVerdict({ jsonKey }: Of<'secret'>, { name, deleted }: Found['secret']): Verdict {
  if (deleted) return ['bad', words.deletedSecret, { name }]
  return jsonKey === undefined
    ? ['good', words.secret, { name }]
    : ['good', words.secretKey, { name, key: jsonKey }]
}
