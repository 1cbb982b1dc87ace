/** Asks for the secret with the password of a private registry. */
import type { Text } from '../../../../i18n/text.ts'
import { ask, note } from '../work.ts'
import { isEcrImage } from './roles.ts'
import type { Settling } from './settle.ts'

const words = {
  ask: {
    en: 'ARN of the secret with user name and password of the registry',
    ko: '레지스트리 사용자 이름과 비밀번호가 담긴 시크릿의 ARN',
  },
  why: {
    en: 'A .dockercfg in S3 is not read by ECS. Keep {"username": …, "password": …} in Secrets Manager, and let the execution role read it.',
    ko: 'ECS는 S3의 .dockercfg를 읽지 않습니다. Secrets Manager에 {"username": …, "password": …}를 두고 실행 역할이 읽게 하세요.',
  },
  lost: {
    en: 'The registry’s password is not part of the definition until its secret is named; images of ECR and public ones need none.',
    ko: '시크릿을 지정하기 전까지 레지스트리 비밀번호는 정의에 들어가지 않습니다. ECR과 공개 이미지에는 필요 없습니다.',
  },
} satisfies Record<string, Text>

export function settleCredentials({ work, draft }: Settling): void {
  if (!draft.hints.needsCredentials) return
  const containers = [...draft.containers.entries()].filter(([, { image = '' }]) => !isEcrImage(image))
  if (containers.length === 0) return
  const arn = ask(work, {
    id: 'repositoryCredentials',
    text: words.ask,
    why: escaped(words.why),
    form: /^arn:aws[\w-]*:secretsmanager:/,
    paths: containers.map(([index]) => ['containerDefinitions', index, 'repositoryCredentials']),
  })
  if (arn === undefined) return note(work, 'lost', 'authentication', words.lost)
  for (const [, container] of containers) container.repositoryCredentials ??= { credentialsParameter: arn }
}

/** Braces mean a value in a message unless they are quoted. */
function escaped({ en, ko }: Text): Text {
  return { en: en.replace(/[{}]/g, "'$&'"), ko: ko.replace(/[{}]/g, "'$&'") }
}
