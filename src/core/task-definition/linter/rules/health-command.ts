/** R0.health-command: a container's health check starts with CMD or CMD-SHELL. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { writing } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const missing = {
  en: 'The health check of container {container} has no command.',
  ko: '{container} 컨테이너의 상태 확인에 명령이 없습니다.',
}
const start = {
  en: 'The health check of container {container} must start with CMD or CMD-SHELL.',
  ko: '{container} 컨테이너의 상태 확인은 CMD 또는 CMD-SHELL로 시작해야 합니다.',
}

export const healthCommand = defineRule({
  id: 'R0.health-command',
  severity: 'error',
  summary: {
    en: 'A health check’s command starts with CMD or CMD-SHELL.',
    ko: '상태 확인 명령은 CMD 또는 CMD-SHELL로 시작합니다.',
  },
  why: {
    en: 'The first word says whether the rest is a program with its arguments (CMD) or a line for a shell (CMD-SHELL).',
    ko: '첫 단어는 나머지가 프로그램과 인수(CMD)인지 셸에 넘길 한 줄(CMD-SHELL)인지 나타냅니다.',
  },
  docs: docs.healthCheck,
  examples: {
    good: [
      onEc2({ healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] } }),
      onEc2({ healthCheck: { command: ['CMD', '/healthy'] } }),
    ],
    bad: [
      onEc2({ healthCheck: { command: ['curl -f http://localhost/ || exit 1'] } }),
      onEc2({ healthCheck: { command: ['/healthy', '--quick'] } }),
      onEc2({ healthCheck: { command: ['/healthy'] } }),
      onEc2({ healthCheck: { command: [] } }),
      onEc2({ healthCheck: { command: ['CMD-SHELL'] } }),
    ],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { healthCheck }, name, path }) => {
      if (!healthCheck?.command) return []
      const place = [...path, 'healthCheck', 'command']
      const [first, ...rest] = healthCheck.command
      const isStart = first === 'CMD' || first === 'CMD-SHELL'
      const values = { container: name }
      if (first === undefined || (isStart && rest.length === 0))
        return [{ path: place, text: missing, values }]
      if (isStart) return []
      // A path alone is a program; an image without a shell could not run it as a line.
      const kind = rest.length === 0 && /[\s|&;]/.test(first) ? 'CMD-SHELL' : 'CMD'
      const title = { text: { en: 'Start with {kind}', ko: '{kind}(으)로 시작' }, values: { kind } }
      return [{ path: place, text: start, values, fix: writing(place, [kind, first, ...rest], false, title) }]
    }),
})
