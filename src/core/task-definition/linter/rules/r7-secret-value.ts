/** R7.secret-value: a variable whose value looks like a key is in secrets. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { isFingerprint, isSecretName, isSecretValue } from './secret-like.ts'
import { isAwsKey, variablesOf } from './variables.ts'
import { found, why, variable } from './secret-findings.ts'

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
      variable('GIT_SHA', '9fceb02d0ae598e95dc970b74767f19372d61af8'),
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
      .filter((one) => !isAwsKey(one) && isSecretValue(one.value) && !isFingerprint(one.variable, one.value))
      // Its name tells it already.
      .filter((one) => !isSecretName(one.variable))
      .map((one) =>
        found(one, {
          en: 'The value of {variable} (container {container}) looks like a secret, and stands here in plain text.',
          ko: '{variable} 값({container} 컨테이너)은 보안 암호처럼 보이는데 평문으로 적혀 있습니다.',
        }),
      ),
})
