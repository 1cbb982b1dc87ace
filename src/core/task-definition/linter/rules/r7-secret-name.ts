/** R7.secret-name: a variable that is called a password, token or key is in secrets. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { defineRule } from '../rule.ts'
import { isSecretName, isWorthHiding } from './secret-like.ts'
import { isAwsKey, variablesOf } from './variables.ts'
import { found, why, variable } from './secret-findings.ts'

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
      variable('PGPASSWORD', 'hunter2'),
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
