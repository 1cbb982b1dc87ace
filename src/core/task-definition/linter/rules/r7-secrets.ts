/** R7.secret-name and R7.secret-value: secrets in plain variables. Messages never repeat a value. */
import type { Text } from '../../../../i18n/text.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { defineRule, type Found } from '../rule.ts'
import { isSecretName, isSecretValue, isWorthHiding } from './secret-like.ts'
import { secretToName, toSecrets } from './to-secrets.ts'
import { isAwsKey, type Variable, variablesOf } from './variables.ts'

const why = {
  en: 'Whoever may describe the task definition reads it, in the console and in every copy. Secrets Manager and Parameter Store keep it, and the container gets it in the same variable.',
  ko: '태스크 정의를 조회할 수 있는 사람은 콘솔과 모든 사본에서 값을 읽을 수 있습니다. Secrets Manager나 Parameter Store에 두면 컨테이너는 같은 변수로 값을 받습니다.',
}

const variable = (name: string, value: string, ...more: { name: string; value: string }[]) =>
  onFargate({ environment: [{ name, value }, ...more] })

export const secretName = defineRule({
  id: 'R7.secret-name',
  severity: 'warning',
  summary: {
    en: 'A variable that is called a password, token or key is in secrets.',
    ko: '이름이 암호, 토큰, 키인 변수는 secrets에 둡니다.',
  },
  why,
  docs: docs.secrets,
  examples: {
    good: [
      variable('DB_PASSWORD', ''),
      variable('DB_PASSWORD_FILE', '/run/secrets/db'),
      variable('SECRET', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'),
      variable('CACHE_KEY', 'products'),
      variable('USE_TOKEN', 'true'),
      onFargate({
        secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }],
      }),
    ],
    bad: [
      variable('DB_PASSWORD', 'hunter2'),
      variable('apiKey', 'abc123', { name: 'MODE', value: 'live' }),
      variable('GITHUB_TOKEN_2', 'something'),
    ],
  },
  find: (definition) =>
    variablesOf(definition)
      .filter((one) => !isAwsKey(one) && isSecretName(one.variable) && isWorthHiding(one.value))
      .map((one) =>
        found(one, {
          en: 'By its name {variable} of container {container} is a secret, and stands here in plain text.',
          ko: '{container} 컨테이너의 {variable} 변수는 이름으로 보아 보안 암호인데 평문으로 적혀 있습니다.',
        }),
      ),
})

export const secretValue = defineRule({
  id: 'R7.secret-value',
  severity: 'warning',
  summary: {
    en: 'A variable whose value looks like a key is in secrets.',
    ko: '값이 키처럼 보이는 변수는 secrets에 둡니다.',
  },
  why,
  docs: docs.secrets,
  examples: {
    good: [
      variable('COMMIT', '0f0700ec'),
      variable('TRACE', '123e4567-e89b-12d3-a456-426614174000'),
      variable('HOST', 'database-1.cluster-abcdefghijkl.eu-west-1.rds.amazonaws.com'),
      variable('OFF', '00000000000000000000000000000000'),
      variable('URL', 'https://example.com/a/very/long/path/of/words'),
      variable('NAME', 'a-name-of-many-words-without-randomness'),
    ],
    bad: [
      variable('DATABASE_URL', 'postgres://shop:hunter2@db.example.com/shop'),
      variable('PAYMENTS', `sk_live_${'a1B2'.repeat(6)}`),
      variable('SALT', 'q8Zf3kLwX0vTn5RbYc7MdPgJ2hAsE9Ui'),
      variable('SEED', '9f86d081884c7d659a2feaa0c55ad015'),
      variable('DB_AUTH', `ey${'Jhb1'.repeat(4)}.ey${'Jzd2'.repeat(4)}.${'c2ln'.repeat(4)}`),
    ],
  },
  find: (definition) =>
    variablesOf(definition)
      .filter((one) => !isAwsKey(one) && isSecretValue(one.value))
      // Its name tells it already.
      .filter((one) => !isSecretName(one.variable))
      .map((one) =>
        found(one, {
          en: 'The value of {variable} (container {container}) looks like a secret, and stands here in plain text.',
          ko: '{variable} 값({container} 컨테이너)은 보안 암호처럼 보이는데 평문으로 적혀 있습니다.',
        }),
      ),
})

function found({ variable: name, at, valuePath, part }: Variable, text: Text): Found {
  const values = { variable: name, container: part.name }
  return { path: valuePath, text, values, fix: toSecrets(part, at, { name, valueFrom: secretToName(name) }) }
}
