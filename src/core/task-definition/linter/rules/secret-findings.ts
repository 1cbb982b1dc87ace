/** What the rules about secrets in variables tell alike. No message repeats a value. */
import type { Text } from '../../../../i18n/text.ts'
import { onFargate } from '../example.ts'
import type { Found } from '../rule.ts'
import { secretToName, toSecrets } from './to-secrets.ts'
import type { Variable } from './variables.ts'

export const why = {
  en: 'Whoever may describe the task definition reads it, in the console and in every copy. Secrets Manager and Parameter Store keep it, and the container gets it in the same variable.',
  ko: '태스크 정의를 조회할 수 있는 사람은 콘솔과 모든 사본에서 값을 읽을 수 있습니다. Secrets Manager나 Parameter Store에 두면 컨테이너는 같은 변수로 값을 받습니다.',
}

export const variable = (name: string, value: string, ...more: { name: string; value: string }[]) =>
  onFargate({ environment: [{ name, value }, ...more] })

export function found({ variable: name, at, valuePath, part }: Variable, text: Text): Found {
  const values = { variable: name, container: part.name }
  return { path: valuePath, text, values, fix: toSecrets(part, at, { name, valueFrom: secretToName(name) }) }
}
