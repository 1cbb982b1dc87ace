/** Members about the process: what it runs, as whom, with which variables and rights. */
import type { Text } from '../../../../i18n/text.ts'
import type { LinuxParameters } from '../../definition.ts'
import { askFor } from '../interpolate.ts'
import { ask } from '../work.ts'
import { commandOf, flagOf, pairsOf, textOf, textsOf } from '../written.ts'
import { type Member, needless, reading, remark, type Service } from './member.ts'

const words = {
  built: {
    en: 'ECS does not build images: push the image to a registry such as ECR before a task starts.',
    ko: 'ECS는 이미지를 빌드하지 않습니다. 태스크를 시작하기 전에 ECR 같은 레지스트리에 이미지를 푸시하세요.',
  },
  asSecret: {
    en: '{name} is taken from its secret when the task starts.',
    ko: '{name} 값은 태스크가 시작될 때 시크릿에서 가져옵니다.',
  },
  noValue: {
    en: '{name} takes its value from the shell, which a task does not have: it is left out until it is answered.',
    ko: '{name} 값은 셸에서 가져오도록 되어 있지만 태스크에는 셸이 없습니다. 답하기 전까지 제외됩니다.',
  },
  envFile: {
    en: 'The file {file} is on your computer: put it into S3 as a .env file and name it, or write its variables here.',
    ko: '{file} 파일은 로컬 컴퓨터에 있습니다. S3에 .env 파일로 올리고 그 위치를 지정하거나 변수를 직접 적으세요.',
  },
  grace: {
    en: 'Fargate waits at most 120 seconds before it kills a container.',
    ko: 'Fargate는 컨테이너를 강제로 종료하기 전에 최대 120초만 기다립니다.',
  },
} satisfies Record<string, Text>

export const processMembers: Record<string, Member> = {
  image: reading(textOf, (image, { container }) => {
    container.image = image
  }),
  build: (_, service, member) => remark(service, 'changed', member, words.built),
  command: reading(commandOf, (command, { container }) => {
    if (command.length > 0) container.command = command
  }),
  entrypoint: reading(commandOf, (entryPoint, { container }) => {
    if (entryPoint.length > 0) container.entryPoint = entryPoint
  }),
  environment: reading(pairsOf, (pairs, service, member) => {
    for (const [name, value] of pairs) addVariable(service, member, name, value)
  }),
  env_file: reading(envFilesOf, (files, service, member) => {
    for (const file of files) addEnvironmentFile(service, member, file)
  }),
  working_dir: reading(textOf, (path, { container }) => {
    container.workingDirectory = path
  }),
  user: reading(textOf, (user, { container }) => {
    container.user = user
  }),
  stdin_open: reading(flagOf, (isOpen, { container }) => {
    if (isOpen) container.interactive = true
  }),
  tty: reading(flagOf, (hasTerminal, { container }) => {
    if (hasTerminal) container.pseudoTerminal = true
  }),
  init: reading(flagOf, (initProcessEnabled, { container }) => {
    if (initProcessEnabled) withLinux(container, { initProcessEnabled })
  }),
  read_only: reading(flagOf, (isReadOnly, { container }) => {
    if (isReadOnly) container.readonlyRootFilesystem = true
  }),
  privileged: reading(flagOf, (isPrivileged, { container }) => {
    if (isPrivileged) container.privileged = true
  }),
  security_opt: reading(textsOf, (options, { container }) => {
    container.dockerSecurityOptions = options
  }),
  cap_add: reading(textsOf, (add, { container }) => {
    withLinux(container, { capabilities: { ...container.linuxParameters?.capabilities, add } })
  }),
  cap_drop: reading(textsOf, (drop, { container }) => {
    withLinux(container, { capabilities: { ...container.linuxParameters?.capabilities, drop } })
  }),
  labels: reading(pairsOf, (pairs, { container }) => {
    container.dockerLabels = Object.fromEntries(pairs.map(([name, value = '']) => [name, value]))
  }),
  credential_spec: (_, service, member) =>
    remark(service, 'lost', member, {
      en: 'Credential specs of gMSA are named in credentialSpecs by the ARN of an S3 object or a parameter.',
      ko: 'gMSA 자격 증명 사양은 credentialSpecs에 S3 객체나 파라미터의 ARN으로 지정합니다.',
    }),
  version: needless,
}

/** Adds to linuxParameters without losing what is there. */
export function withLinux(container: Service['container'], parameters: LinuxParameters): void {
  container.linuxParameters = { ...container.linuxParameters, ...parameters }
}

/** Of one name the last value counts. */
function addVariable(service: Service, member: string, name: string, value: string | undefined): void {
  const { container, work } = service
  // One that is not set in the shell is not set in the container either.
  const given = value ?? askFor(work, name, undefined, false)
  if (given === undefined) return remark(service, 'lost', member, words.noValue, { name })
  if (value === undefined && /^arn:aws[\w-]*:(?:secretsmanager|ssm):/.test(given)) {
    container.secrets = [...(container.secrets ?? []), { name, valueFrom: given }]
    return remark(service, 'changed', member, words.asSecret, { name })
  }
  const others = (container.environment ?? []).filter((variable) => variable.name !== name)
  container.environment = [...others, { name, value: given }]
}

/** A path, a list of paths, or of `{ path, required }`. */
function envFilesOf(value: Parameters<typeof textsOf>[0]): string[] | undefined {
  if (!Array.isArray(value)) return textsOf(value)
  const files = value.map((item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? textOf(item['path']) : textOf(item),
  )
  return files.every((file) => file !== undefined) ? files : undefined
}

function addEnvironmentFile(service: Service, member: string, file: string): void {
  const { container, work, name } = service
  const arn = ask(work, {
    id: `envFile.${name}.${file}`,
    text: {
      en: 'ARN of the S3 object with the variables of {file}',
      ko: '{file}의 변수가 담긴 S3 객체의 ARN',
    },
    values: { file },
    why: words.envFile,
    form: /^arn:aws[\w-]*:s3:::.+\.env$/,
  })
  if (arn === undefined) return remark(service, 'lost', member, words.envFile, { file })
  container.environmentFiles = [...(container.environmentFiles ?? []), { value: arn, type: 's3' }]
}
